using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>Signs each try with the account's key.</summary>
internal sealed class AccountKeyPolicy(
    string scheme, string account, string key, TimeProvider time, Func<Request, string, string> text)
    : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        message.Request.Headers.SetValue("x-ms-date", time.GetUtcNow().ToString("R"));
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text(message.Request, account)));
        message.Request.Headers.SetValue("Authorization", $"{scheme} {account}:{Convert.ToBase64String(signature)}");
    }
}
