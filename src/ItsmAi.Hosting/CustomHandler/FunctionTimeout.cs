namespace ItsmAi.Hosting.CustomHandler;

/// <summary>How long an invocation may last; host.json is written from here.</summary>
public static class FunctionTimeout
{
    /// <summary>After this the host kills the process, with everything else that it is doing.</summary>
    public static readonly TimeSpan Host = TimeSpan.FromMinutes(5);

    /// <summary>So our own deadline comes first, with time left to write down what happened.</summary>
    public static readonly TimeSpan Reaction = Host - TimeSpan.FromSeconds(45);

    /// <summary>What a reaction that ignores its deadline is given before the call is answered without it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);
}
