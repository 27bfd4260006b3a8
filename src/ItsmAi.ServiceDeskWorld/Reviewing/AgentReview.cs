using ItsmAi.Desk.People;
using ItsmAi.ServiceDeskWorld.Company;

namespace ItsmAi.ServiceDeskWorld.Reviewing;

/// <summary>What the person does who looks at a ticket after automation did.</summary>
/// <param name="By">Who looks.</param>
/// <param name="MoveTo">Where the person moves it; null where it may stay.</param>
/// <param name="After">How long after the decision.</param>
/// <param name="ResolveAfter">How long after that it is resolved.</param>
/// <param name="Solver">Who resolves it.</param>
public sealed record AgentReview(
    Agent By, Team? MoveTo, TimeSpan After, TimeSpan ResolveAfter, Agent Solver, string Resolution);
