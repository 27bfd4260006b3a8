using System.Globalization;

namespace ItsmAi.Governance.Tests.Redacting;

/// <summary>Secrets and personal data of each kind, and the tokens that technical texts are full of, drawn from a seed.</summary>
internal static class SensitiveTexts
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Base64 = Letters + Upper + Digits + "+/";
    private const string Hex = "0123456789abcdef";

    /// <summary>By kind: what must not be seen, within the words that it comes with.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Random, (string Hidden, string Text)>> Kinds =
        new Dictionary<string, Func<Random, (string, string)>>
        {
            ["password"] = random => In(random, Password(random), "password: {0}", "my password is {0} since Monday", "Passwort lautet {0}", "pwd={0}", "mot de passe: {0}", "PASSWORD = {0}", "contraseña es {0}", "passphrase: {0}"),
            ["code"] = random => In(random, Draw(random, Digits, 4, 8), "PIN: {0}", "the pin is {0}", "OTP = {0}", "one-time code: {0}", "PUK ist {0}"),
            ["connection string"] = random => In(random, Draw(random, Base64, 20, 60), "DefaultEndpointsProtocol=https;AccountName=x;AccountKey={0};EndpointSuffix=core.example", "Server=tcp:db;User=app;Password={0};", "Endpoint=sb://x/;SharedAccessKey={0}"),
            ["signed address"] = random => In(random, Draw(random, Letters + Digits, 20, 40), "GET https://x.example/a?sv=1&sig={0}&se=2", "https://x.example/hook?token={0}"),
            ["web token"] = random => In(random, $"eyJ{Draw(random, Letters + Digits, 20, 60)}.{Draw(random, Letters + Digits, 20, 90)}.{Draw(random, Letters + Digits, 20, 43)}", "token {0} expired", "Authorization: Bearer {0}", "jwt={0}"),
            ["bearer"] = random => In(random, Draw(random, Letters + Upper + Digits, 24, 48) + "7", "Authorization: Bearer {0}", "header 'authorization: bearer {0}'"),
            ["known token"] = random => In(random, KnownToken(random), "export TOKEN_X={0}", "it says {0} in the log", "({0})"),
            ["address password"] = random => In(random, Draw(random, Letters + Digits, 8, 16), "git clone https://kim:{0}@git.example/x.git", "amqp://app:{0}@mq.example:5672/"),
            ["private key"] = random => In(random, Draw(random, Base64, 200, 900), "-----BEGIN RSA PRIVATE KEY-----\n{0}\n-----END RSA PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n{0}\n-----END PRIVATE KEY-----"),
            ["email"] = random => In(random, $"{Draw(random, Letters, 2, 9)}.{Draw(random, Letters, 3, 12)}@{Draw(random, Letters, 3, 10)}.example", "from {0} to all", "<{0}>", "mailto:{0}", "{0}, please"),
            ["account"] = random => In(random, Iban(random), "IBAN {0} is refused", "account {0}", "{0}\n"),
            ["card"] = random => In(random, Card(random), "card {0} refused", "paid with {0}.", "CC: {0}"),
            ["social security"] = random => In(random, $"{random.Next(100, 600)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}", "SSN {0}", "her number {0} is wrong"),
            ["address"] = random => In(random, string.Join('.', Enumerable.Range(0, 4).Select(_ => random.Next(1, 255))), "host {0} is down", "ping {0}:443", "from {0} to the gateway", "[{0}]"),
            ["long address"] = random => In(random, string.Join(':', Enumerable.Range(0, 8).Select(_ => random.Next(0x1000, 0xffff).ToString("x", CultureInfo.InvariantCulture))), "host {0} is down", "[{0}]:443"),
            ["phone"] = random => In(random, Phone(random), "call {0} now", "Tel. {0}", "my number: {0}"),
        };

    /// <summary>Tokens that a reader needs to see.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Random, string>> Ordinary = new Dictionary<string, Func<Random, string>>
    {
        ["error code"] = random => $"0x{Draw(random, Hex, 8, 8)}",
        ["short code"] = random => $"error {random.Next(100, 20000)}",
        ["guid"] = random => $"{Draw(random, Hex, 8, 8)}-{Draw(random, Hex, 4, 4)}-{Draw(random, Hex, 4, 4)}-{Draw(random, Hex, 4, 4)}-{Draw(random, Hex, 12, 12)}",
        ["build"] = random => $"10.0.{random.Next(10000, 30000)}.{random.Next(300, 6000)}",
        ["version"] = random => $"version {random.Next(1, 20)}.{random.Next(0, 20)}.{random.Next(0, 20)}.{random.Next(0, 20)}",
        ["three parts"] = random => $"v{random.Next(1, 20)}.{random.Next(0, 20)}.{random.Next(0, 200)}",
        ["hotfix"] = random => $"KB{random.Next(1_000_000, 9_999_999)}",
        ["ticket"] = random => $"INC{random.Next(1_000_000, 9_999_999)}",
        ["time"] = random => $"{random.Next(0, 24):00}:{random.Next(0, 60):00}:{random.Next(0, 60):00}.{random.Next(0, 1000):000}",
        ["date"] = random => $"{random.Next(2000, 2030)}-{random.Next(1, 13):00}-{random.Next(1, 29):00} {random.Next(0, 24):00}:{random.Next(0, 60):00}",
        ["German date"] = random => $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(2000, 2030)}",
        ["dashed date"] = random => $"{random.Next(1, 29):00}-{random.Next(1, 13):00}-{random.Next(2000, 2030)}",
        ["path"] = random => $@"C:\Program Files\{Draw(random, Letters, 4, 9)}\{Draw(random, Letters, 4, 9)}.dll",
        ["unix path"] = random => $"/var/log/{Draw(random, Letters, 4, 9)}/{Draw(random, Letters, 4, 9)}.log.{random.Next(1, 9)}",
        ["host"] = random => $"srv-{Draw(random, Letters, 3, 6)}-{random.Next(1, 99):00}.corp.example",
        ["web address"] = random => $"https://{Draw(random, Letters, 3, 9)}.example/{Draw(random, Letters, 3, 9)}?id={random.Next(1, 99999)}",
        ["commit"] = random => Draw(random, Hex, 40, 40),
        ["digest"] = random => Draw(random, Hex, 64, 64),
        ["hardware address"] = random => string.Join(':', Enumerable.Range(0, 6).Select(_ => Draw(random, Hex, 2, 2))),
        ["port"] = random => $"port {random.Next(1, 65535)}",
        ["size"] = random => $"{random.Next(1, 999)}.{random.Next(0, 9)} GB",
        ["security id"] = random => $"S-1-5-21-{random.Next(100_000_000, 999_999_999)}-{random.Next(100_000_000, 999_999_999)}-{random.Next(1000, 9999)}",
        ["order"] = random => $"order {Draw(random, Digits, 10, 16)}",
        ["millisecond stamp"] = random => $"{random.NextInt64(1_600_000_000_000, 1_800_000_000_000)}",
        ["frame"] = random => $"at {Draw(random, Letters, 4, 9)}.{Draw(random, Letters, 4, 9)}({Draw(random, Letters, 4, 9)}.cs:{random.Next(1, 900)})",
        ["said of a password"] = random => Any(random, "password expired", "the password is wrong", "token is invalid", "the PIN is locked", "Passwort ist abgelaufen", "secret: missing", "my password is not accepted", "basic authentication", "bearer token missing", "password reset"),
        ["interface"] = random => $"GigabitEthernet{random.Next(0, 9)}/{random.Next(0, 9)}/{random.Next(0, 48)}",
        ["product"] = random => $"{Any(random, "HP LaserJet", "Dell Latitude", "ThinkPad")} {random.Next(1000, 9999)}",
        ["extension"] = random => $"room {random.Next(1, 9)}.{random.Next(100, 999)}, ext. {random.Next(1000, 9999)}",
        ["namespace"] = random => $"std::{Draw(random, Letters, 4, 9)}::{Draw(random, Letters, 4, 9)}",
    };

    public static string Any(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static (string, string) In(Random random, string hidden, params string[] texts) =>
        (hidden, string.Format(CultureInfo.InvariantCulture, texts[random.Next(texts.Length)], hidden));

    private static string Draw(Random random, string alphabet, int least, int most) =>
        string.Create(random.Next(least, most + 1), (random, alphabet), static (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++) letters[at] = from.alphabet[from.random.Next(from.alphabet.Length)];
        });

    private static string Password(Random random) =>
        Draw(random, Letters, 3, 8) + Draw(random, "!#$%&*+-_", 0, 2) + Draw(random, Digits, 1, 4) + Draw(random, Upper, 0, 3);

    private static string KnownToken(Random random) => random.Next(9) switch
    {
        0 => "ghp_" + Draw(random, Letters + Upper + Digits, 36, 36),
        1 => "github_pat_" + Draw(random, Letters + Upper + Digits, 60, 80),
        2 => "glpat-" + Draw(random, Letters + Digits, 20, 20),
        3 => "xoxb-" + Draw(random, Digits, 10, 12) + "-" + Draw(random, Letters + Digits, 24, 24),
        4 => "AKIA" + Draw(random, Upper + Digits, 16, 16),
        5 => "AIza" + Draw(random, Letters + Upper + Digits, 35, 35),
        6 => "sk-" + Draw(random, Letters + Upper + Digits, 32, 48),
        7 => "npm_" + Draw(random, Letters + Upper + Digits, 36, 36),
        _ => $"1-{random.Next(1, 999)}-{Draw(random, Hex, 32, 32)}",
    };

    private static string Iban(Random random)
    {
        var (country, length) = new[] { ("DE", 18), ("GB", 18), ("FR", 23), ("CH", 17), ("ES", 20), ("NL", 14) }[random.Next(6)];
        var account = country is "GB" or "NL" ? Draw(random, Upper, 4, 4) + Draw(random, Digits, length - 4, length - 4) : Draw(random, Digits, length, length);
        var rest = (account + country + "00").Aggregate(0, (sum, letter) => char.IsAsciiDigit(letter)
            ? ((sum * 10) + letter - '0') % 97
            : ((sum * 100) + letter - 'A' + 10) % 97);
        var plain = $"{country}{98 - rest:00}{account}";
        return random.Next(2) == 0 ? plain : string.Join(' ', plain.Chunk(4).Select(four => new string(four)));
    }

    private static string Card(Random random)
    {
        var start = Any(random, "4", "51", "55", "34", "37", "2221");
        var length = start is "34" or "37" ? 15 : 16;
        var digits = start + Draw(random, Digits, length - 1 - start.Length, length - 1 - start.Length);
        var sum = digits.Reverse().Select((digit, at) => at % 2 == 1 ? digit - '0' : digit > '4' ? ((digit - '0') * 2) - 9 : (digit - '0') * 2).Sum();
        digits += (char)('0' + ((10 - (sum % 10)) % 10));
        var gap = Any(random, "", " ", "-");
        return length == 15 ? $"{digits[..4]}{gap}{digits[4..10]}{gap}{digits[10..]}" : string.Join(gap, digits.Chunk(4).Select(four => new string(four)));
    }

    private static string Phone(Random random) => random.Next(6) switch
    {
        0 => $"+49 {random.Next(151, 179)} {random.Next(1_000_000, 99_999_999)}",
        1 => $"+1 ({random.Next(201, 989)}) {random.Next(200, 999)}-{random.Next(1000, 9999)}",
        2 => $"0{random.Next(151, 179)} {random.Next(1_000_000, 9_999_999)}",
        3 => $"+44 20 {random.Next(1000, 9999)} {random.Next(1000, 9999)}",
        4 => $"({random.Next(201, 989)}) {random.Next(200, 999)}-{random.Next(1000, 9999)}",
        _ => $"0{random.Next(30, 99)}/{random.Next(100_000, 9_999_999)}",
    };
}
