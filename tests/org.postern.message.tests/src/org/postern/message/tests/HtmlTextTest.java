package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><p>b</p>|a//b",
                "a<br>b<br><br>c|a/b//c",
                "<div>a</div><div>b</div>|a/b",
                "<ul><li>a<li>b</ul>|• a/• b",
                "<ol><li>a</ol>|# a",
                "<table><tr><td>a<td>b<tr><td>c</table>|a b/c",
                "<blockquote>a<blockquote>b</blockquote></blockquote>c|> a/> />> b//c",
                "<pre>a  b\\n c</pre>|a  b/ c",
                "a \\n  b|a b",
                "a&nbsp;b &lt;c&gt;|a b <c>",
                "x<hr>y|x//----//y",
                "<img alt=logo src=x>|[logo]",
                "<a href=https://x.org/a>here</a>|here <https://x.org/a>",
                "<a href=https://x.org/>x.org</a>|x.org",
                "<a href=javascript:1>here</a>|here",
                "<span style='display: none'>hidden</span>shown|shown",
                "<style>p{}</style><script>x</script>t|t",
                "<h1>t</h1>text|t//text"
            })
    void isReadable(String html, String expected) {
        String text = Mails.html(html.replace("\\n", "\n")).text().toString();
        assertEquals(expected, text.replace("\n", "/"));
    }
}
