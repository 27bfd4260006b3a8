using ItsmAi.Connectors.RequestTracker.Reading;

namespace ItsmAi.Connectors.Tests.RequestTracker;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Please try <b>MTU 1350</b>.</p>", "Please try MTU 1350.")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("<style>p{}</style><script>x<y</script>a", "a")]
    [InlineData("<!-- <p>no</p> -->a &lt;b&gt;&nbsp;&amp; c", "a <b> & c")]
    [InlineData("<ul><li>one</li>\n  <li>two</li></ul>", "one\ntwo")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("", "")]
    public void Html_is_read_as_its_words(string html, string expected) => Assert.Equal(expected, PlainText.Of(html));
}
