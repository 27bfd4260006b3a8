using ItsmAi.ServiceDeskWorld.Wording;

namespace ItsmAi.ServiceDeskWorld.Topics;

/// <summary>Passwords, locked accounts and second factors.</summary>
internal static class SignInTopic
{
    public static Topic Topic { get; } = new(["account-sign-in"])
    {
        Titles =
        [
            "Password reset please",
            "Account locked",
            "Authenticator on new phone",
            "Forgot my password",
            "Locked out after password change",
            "Second factor does not arrive",
            "Cannot sign in to Windows",
            "Password expired and change is refused",
            "Push for second factor times out",
            "Account disabled?",
            "Reset page does not know me",
        ],
        Symptoms =
        [
            "Please reset my password, it says 'user name or password incorrect' although I just changed it.",
            "My account is locked after I typed the password wrong too often.",
            "I have a new phone and the authenticator codes are no longer accepted.",
            "I forgot my password over the holidays and need a new one.",
            "After the password change my phone locks me out again and again.",
            "The text message with the sign-in code does not arrive.",
            "Windows does not let me sign in, it says the user name or password is wrong.",
            "Windows says my password has expired but refuses every new one.",
            "I get the push for the second factor twice and both time out.",
            "My account seems to be disabled since {ago}.",
            "The self-service page for password reset does not know my phone number.",
        ],
        Details =
        [
            "The message is AUTH-{number}: account locked.", "My user name is {account}.",
            "It says try again in {few} minutes.",
            "Last successful sign-in was {ago}.", "Error 0xC000006D on the login screen.",
        ],
        German =
        [
            "Passwort vergessen|Ich habe mein Passwort vergessen und das Konto ist jetzt gesperrt. Benutzer {account}.",
            "Konto gesperrt|Nach dem Urlaub geht die Anmeldung nicht mehr, Windows sagt das Kennwort ist abgelaufen.",
        ],
        French =
        [
            "Mot de passe oublié|Mon compte {account} est bloqué, j'ai oublié mon mot de passe pendant les vacances.",
            "Nouveau téléphone|Les codes de l'authentificateur ne marchent plus depuis mon nouveau téléphone.",
        ],
        Resolutions =
        [
            "Account unlocked, identity checked by call-back.", "Temporary password given to the line manager.",
            "Authenticator registered on the new phone.",
            "Old phone kept locking the account; credentials removed there.",
        ],
    };
}
