import mjml2html from 'mjml';

/** What a layout has places for. Every value is HTML, already escaped. */
export type EmailSlots = Record<
  'locale' | 'title' | 'sender' | 'content' | 'attachment' | 'doNotReply' | 'contact' | 'confidentiality',
  string
>;

/**
 * Keeps spaces and tabs, and lets each line run in its own direction. In the element, for some clients drop the style sheet of
 * the head.
 */
const asEntered =
  'white-space:pre-wrap;overflow-wrap:anywhere;word-break:break-word;unicode-bidi:plaintext;text-align:start;';

const layout = `
<mjml lang="{{locale}}" dir="ltr">
  <mj-head>
    <mj-title>{{title}}</mj-title>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.5" color="#1c1e23" padding="0" />
      <mj-section padding="0" background-color="#ffffff" />
      <mj-column padding="0 28px" />
    </mj-attributes>
    <mj-style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      a { color: #17456b; }
      .name div, .ink div, .muted div { overflow-wrap: anywhere; word-break: break-word; }
      .file { white-space: nowrap; }
      @media (prefers-color-scheme: dark) {
        body, .page > div { background-color: #14161a !important; }
        .panel, .panel > table { background: #1e2126 !important; background-color: #1e2126 !important; }
        .panel.top, .panel.top > table > tbody > tr > td { border-top-color: #4f8fc4 !important; }
        .ink div { color: #e8eaed !important; }
        .muted div { color: #aab1ba !important; }
        .name div { color: #9cc7ea !important; }
        .rule p { border-top-color: #3a4048 !important; }
        a { color: #9cc7ea !important; }
      }
    </mj-style>
  </mj-head>
  <mj-body width="600px" background-color="#eef1f4" css-class="page">
    <mj-section padding="12px 0 0" background-color="transparent"><mj-column></mj-column></mj-section>
    <mj-section css-class="panel top" border-top="6px solid #17456b" padding="22px 0 18px">
      <mj-column>
        <mj-text css-class="name" font-size="20px" line-height="1.3" font-weight="600" color="#17456b"><bdi>{{sender}}</bdi></mj-text>
      </mj-column>
    </mj-section>
    <mj-section css-class="panel" padding="0 0 26px">
      <mj-column>
        <mj-text css-class="ink"><div class="content" dir="auto" style="${asEntered}">{{content}}</div></mj-text>
      </mj-column>
    </mj-section>
    <mj-section css-class="panel" padding="0 0 26px">
      <mj-column>
        <mj-divider css-class="rule" border-width="1px" border-color="#d3d9df" padding="0 0 16px" />
        <mj-text css-class="ink" font-size="15px" padding="0 0 16px">{{attachment}}</mj-text>
        <mj-text css-class="muted" font-size="14px" color="#565e69" padding="0 0 10px">{{doNotReply}}</mj-text>
        <mj-text css-class="muted" font-size="14px" color="#565e69" padding="0 0 16px"><div style="white-space:pre-wrap">{{contact}}</div></mj-text>
        <mj-text css-class="muted" font-size="12px" color="#565e69">{{confidentiality}}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section padding="0 0 24px" background-color="transparent"><mj-column></mj-column></mj-section>
  </mj-body>
</mjml>`;

let compiled: Promise<string> | undefined;

/**
 * The HTML of an email with the slots filled in. The layout is compiled once in a process. Slots are filled
 * in one pass over the compiled HTML, so nothing a slot holds is taken for MJML or for another slot.
 */
export async function fillEmailLayout(slots: EmailSlots): Promise<string> {
  compiled ??= compile();
  const html = await compiled;
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: keyof EmailSlots) => slots[name]);
}

async function compile(): Promise<string> {
  const { html } = await mjml2html(layout, { fonts: {}, keepComments: false, validationLevel: 'strict' });
  return html;
}
