package org.postern.message.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postern.message.tests.Mails.safe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.message.ReadableMessage;
import org.postern.message.Warning.FormRemoved;
import org.postern.message.Warning.RemoteContentBlocked;

import java.util.List;

class SanitiserTest {

    private static int blocked(String html) {
        return Mails.html(html).html().orElseThrow().blocked();
    }

    private static boolean coloured(String html) {
        return Mails.html(html).html().orElseThrow().coloured();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>one</p>",
                "<table border=\"1\" cellpadding=\"2\"><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>",
                "<h1>t</h1><ul><li>a</li></ul><ol start=\"3\"><li>b</li></ol>",
                "<b>b</b><i>i</i><u>u</u><s>s</s><sub>1</sub><sup>2</sup><code>c</code>",
                "<blockquote>q</blockquote><hr><pre>a\n b</pre>",
                "<font color=\"#ff0000\" face=\"Arial, Helvetica\" size=\"+1\">f</font>",
                "<p dir=\"rtl\" lang=\"ar\">مرحبا</p>",
                "<span style=\"font-weight:bold;\">x</span>"
            })
    void keepsHarmlessMarkup(String html) {
        assertEquals("<div>" + html + "</div>", safe(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<iframe src=https://x.org></iframe>",
                "<object data=https://x.org>fallback</object>",
                "<svg onload=alert(1)><text>t</text></svg>",
                "<math><mi>x</mi></math>",
                "<template><p>x</p></template>",
                "<noscript><p>x</p></noscript>",
                "<textarea>x</textarea>",
                "<select><option>x</option></select>",
                "<video src=https://x.org></video>",
                "<button>press</button>",
                "<input value=x>",
                "<title>x</title>",
                "<meta http-equiv=refresh content=0>",
                "<base href=https://x.org>",
                "<!-- comment -->",
                "<?php echo 1 ?>"
            })
    void dropsWithTheContent(String html) {
        assertEquals("<div>ab</div>", safe("<body>a" + html + "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=x>t</form>",
                "<marquee>t</marquee>",
                "<blink>t</blink>",
                "<custom-element>t</custom-element>",
                "<label>t</label>",
                "<bdo dir=rtl>t</bdo>"
            })
    void unwrapsOtherElements(String html) {
        assertEquals("<div>t</div>", safe(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onclick=x",
                "onmouseover=x",
                "id=x",
                "name=x",
                "contenteditable",
                "tabindex=1",
                "accesskey=x",
                "data-x=1",
                "target=_top",
                "srcdoc=x",
                "autofocus",
                "width=expression(1)",
                "align=javascript:1",
                "is=x",
                "xmlns=x",
                "formaction=x"
            })
    void dropsOtherAttributes(String attribute) {
        assertEquals("<div><p>t</p></div>", safe("<p " + attribute + ">t</p>"));
    }

    @Test
    void warnsOfForms() {
        assertTrue(Mails.html("<form>x</form>").warnings().contains(new FormRemoved()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src=https://x.org/a.png>|1",
                "<img src=//x.org/a.png>|1",
                "<img src=relative.png>|1",
                "<img src=cid:missing>|0",
                "<img src=x.png srcset='y.png 2x'>|2",
                "<td background=https://x.org/a.png>|0",
                "<table background=https://x.org/a.png>|1",
                "<body background=https://x.org/a.png>|1",
                "<p style='background:url(https://x.org/a.png)'>|1",
                "<p style='background-image:url(//x.org/a.png)'>|1",
                "<p style='list-style: URL (https://x.org/a.png)'>|1",
                "<p style='background:url(data:image/png;base64,x)'>|0",
                "<link rel=stylesheet href=https://x.org/a.css>|1",
                "<style>@import url(https://x.org/a.css);</style>|1",
                "<style>@import 'https://x.org/a.css';</style>|1",
                "<style>p{background:url(https://x.org/a.png)}</style>|1",
                "<style>@font-face{src:url(https://x.org/f)}</style>|1",
                "<video poster=https://x.org/a.png src=b></video>|2",
                "<iframe src=https://x.org></iframe>|1",
                "<a href=https://x.org>t</a>|0",
                "<p>t</p>|0"
            })
    void countsWhatItWouldHaveFetched(String html, int count) {
        assertEquals(count, blocked(html));
    }

    @Test
    void warnsOfRemoteContentWithItsCount() {
        ReadableMessage read = Mails.html("<img src=http://x/1><img src=http://x/2>");
        assertEquals(List.of(new RemoteContentBlocked(2)), read.warnings());
    }

    @Test
    void showsTheAlternativeTextOfABlockedImage() {
        assertEquals(
                "<div><span class=\"blocked\">A &lt;logo&gt;</span></div>",
                safe("<img src=http://x/1 alt='A <logo>'>"));
        assertEquals("<div></div>", safe("<img src=http://x/1 alt=''>"));
    }

    @Test
    void keepsDataImagesOfHarmlessFormats() {
        String image = "data:image/png;base64," + Mails.PNG_BASE64;
        assertTrue(safe("<img src='" + image + "'>").contains("src=\"" + image + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
                "data:text/html;base64,PGI+",
                "data:image/png,raw",
                "data:image/png;base64,PHN2Zz48L3N2Zz4=",
                "data:,x",
                "data:image/png;base64,\" onerror=\"x"
            })
    void dropsOtherDataImages(String source) {
        assertFalse(safe("<img src='" + source + "'>").contains("<img"));
    }

    @Test
    void dropsAnSvgThatClaimsToBeAPng() {
        ReadableMessage read =
                Mails.read(
                        "Content-Type: multipart/related; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<img src=cid:i>",
                        "--b",
                        "Content-Type: image/png",
                        "Content-ID: <i>",
                        "",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>",
                        "--b--");
        assertFalse(read.html().orElseThrow().html().contains("<img"));
        assertEquals(List.of("image.png"), Mails.names(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color:red|color:red;",
                "COLOR : Red ; |color:Red;",
                "font-family:'Noto Sans', serif|font-family:&#39;Noto Sans&#39;, serif;",
                "color:rgb(1, 2, 3)|color:rgb(1, 2, 3);",
                "margin:0 auto|margin:0 auto;",
                "color:red /* note */|color:red;",
                "background:#fff url(x.png) no-repeat|background-color:#fff;",
                "display:none|display:none;"
            })
    void keepsSimpleStyle(String style, String kept) {
        assertTrue(
                safe("<p style=\"" + style + "\">t</p>").contains("style=\"" + kept + "\""),
                safe("<p style=\"" + style + "\">t</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position:fixed",
                "position:absolute",
                "z-index:9",
                "top:0",
                "transform:scale(9)",
                "margin-top:-100px",
                "margin: 0 -5px",
                "text-indent:-9999px",
                "display:flex",
                "width:expression(alert(1))",
                "behavior:url(x.htc)",
                "-moz-binding:url(x)",
                "color:var(--x)",
                "width:calc(1px)",
                "content:'x'",
                "color:r\\65 d",
                "color:red}",
                "animation:x 1s",
                "color:<b>",
                "cursor:url(x)",
                "filter:x",
                "unicode-bidi:bidi-override",
                "font-family:'unclosed",
                "color:attr(x)",
                "width:env(x)",
                "@import 'x'",
                "color",
                ":red",
                "opacity:0",
                "background-image:image-set('x' 1x)"
            })
    void dropsOtherStyle(String style) {
        assertEquals("<div><p>t</p></div>", safe("<p style=\"" + style + "\">t</p>"));
    }

    @Test
    void confinesStyleSheetsToTheMail() {
        String html =
                "<style>body{color:red} p.a, td > .b {color:blue} #id{color:red} p:hover{color:red}"
                        + " [x]{color:red} .mail{color:red} @media print{p{color:red}} h1{top:0}</style>"
                        + "<p class='a quote'>t";
        assertEquals(
                "<style>.mail{color:red;}\n"
                        + ".mail p.m-a,.mail td > .m-b{color:blue;}\n"
                        + ".mail .m-mail{color:red;}\n"
                        + "</style><div><p class=\"m-a m-quote\">t</p></div>",
                safe(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style></style><script>alert(1)</script>",
                "<style>p{}</style/><img src=x onerror=alert(1)>",
                "<style>p{color:red}/*</style><b>x</b>*/",
                "<style><!-- p{color:red} --></style>",
                "<style>p{font-family:'</style><script>x'}</style>",
                "<style>p{color:red;}}}}{{{</style>",
                "<style>@media x {{{{</style>"
            })
    void writesNoStyleSheetThatCouldEndEarly(String html) {
        String written = safe(html);
        assertFalse(written.contains("script") || written.contains("onerror"), written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>t</p>|false",
                "<b style='font-weight:bold'>t</b>|false",
                "<p style='color:#333'>t</p>|true",
                "<body bgcolor=white>t|true",
                "<font color=red>t</font>|true",
                "<style>p{background:#eee}</style>t|true",
                "<p style='background:none'>t</p>|false",
                "<td bgcolor=#fff>t|false"
            })
    void knowsWhetherTheAuthorChoseColours(String html, boolean expected) {
        assertEquals(expected, coloured(html));
    }

    @Test
    void turnsTheBodyIntoABoxWithItsColours() {
        assertEquals(
                "<div style=\"background-color:#eee;color:black;\" class=\"m-x\">t</div>",
                safe("<body bgcolor=#eee text=black class=x onload=y>t"));
    }
}
