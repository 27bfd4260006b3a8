using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Duties;

/// <summary>A person's word for an exemption, and the role that they give it in: change manager, service owner.</summary>
public readonly record struct FreezeSignature(Person Signer, string Role);
