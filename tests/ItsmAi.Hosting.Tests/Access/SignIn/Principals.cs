using System.Text;
using System.Text.Json;

namespace ItsmAi.Hosting.Tests.Access.SignIn;

/// <summary>Headers as App Service Authentication writes them.</summary>
internal static class Principals
{
    public static string Header(params (string Kind, string Value)[] claims)
    {
        var written = claims.Select(claim => $$"""{"typ":{{Text(claim.Kind)}},"val":{{Text(claim.Value)}}}""");
        return Encode($$"""{"auth_typ":"aad","name_typ":"name","role_typ":"the-role","claims":[{{string.Join(',', written)}}]}""");
    }

    public static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
