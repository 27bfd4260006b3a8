using Azure.Core;
using Azure.Core.Pipeline;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>Puts a shared access signature into the address of each request, once.</summary>
internal sealed class SasPolicy(string sas) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        uri.Query = uri.Query.Length > 0 ? $"{uri.Query}&{sas.TrimStart('?')}" : sas.TrimStart('?');
    }
}
