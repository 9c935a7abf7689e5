/** The style sheet of the pages: light and dark, from phone to desktop. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f6f8; --card: #ffffff; --line: #dce2e8; --text: #17212b; --quiet: #566473; --accent: #0b5c9e;
  --accent-soft: #e4f0fa; --shadow: 0 1px 2px rgb(16 32 48 / 8%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10161c; --card: #18212a; --line: #2b3743; --text: #e6edf3; --quiet: #9aa9b8; --accent: #7cbcf2;
    --accent-soft: #1d3347; --shadow: none;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.bar { background: var(--card); border-bottom: 1px solid var(--line); }
.bar div { display: flex; align-items: baseline; gap: 12px; padding-block: 14px; }
.bar a { color: inherit; text-decoration: none; font-weight: 650; font-size: 17px; }
.bar span, .quiet { color: var(--quiet); }
.wrap { max-width: 1080px; margin-inline: auto; padding-inline: 20px; }
main { padding-block: 24px 48px; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow);
  overflow: hidden;
}
.mails { list-style: none; margin: 0; padding: 0; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a {
  display: grid; grid-template: 'subject time' 'people time' / 1fr auto; gap: 2px 16px; padding: 12px 18px;
  color: inherit; text-decoration: none;
}
.mails a:hover { background: var(--accent-soft); }
.subject { grid-area: subject; font-weight: 600; overflow-wrap: anywhere; }
.people { grid-area: people; color: var(--quiet); overflow-wrap: anywhere; }
time { grid-area: time; color: var(--quiet); white-space: nowrap; font-variant-numeric: tabular-nums; }
.clip {
  font-size: 12px; font-weight: 500; color: var(--accent); background: var(--accent-soft); border-radius: 99px;
  padding: 1px 8px; margin-left: 6px; white-space: nowrap;
}
.empty { padding: 56px 20px; text-align: center; color: var(--quiet); }
.empty strong { display: block; color: var(--text); font-size: 17px; margin-bottom: 4px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 12px; overflow-wrap: anywhere; }
.back { margin: 0 0 12px; }
.back a { text-decoration: none; }
.head { padding: 20px 20px 0; }
.meta { display: grid; grid-template-columns: auto 1fr; gap: 2px 16px; margin: 0 0 16px; }
.meta dt { color: var(--quiet); }
.meta dd { margin: 0; overflow-wrap: anywhere; }
.tabs { display: flex; gap: 4px; overflow-x: auto; border-bottom: 1px solid var(--line); margin-inline: -20px; padding-inline: 16px; }
.tabs a { padding: 9px 12px; text-decoration: none; color: var(--quiet); white-space: nowrap; border-bottom: 2px solid transparent; }
.tabs a:hover { color: var(--text); }
.tabs a[aria-current] { color: var(--accent); border-color: var(--accent); }
iframe { display: block; width: 100%; border: 0; background: #fff; color-scheme: light; }
.mail { height: max(70vh, 480px); }
.paper { height: max(85vh, 560px); border-top: 1px solid var(--line); }
pre {
  margin: 0; padding: 20px; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
}
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 8px 20px; overflow-wrap: anywhere; }
tr + tr { border-top: 1px solid var(--line); }
th { font-weight: 600; width: 1%; white-space: nowrap; }
.file { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding: 14px 20px; }
.file strong { overflow-wrap: anywhere; }
.file a { margin-left: auto; }
.file a + a { margin-left: 0; }
section + section { border-top: 1px solid var(--line); }
.picture { display: block; max-width: 100%; margin: 0 20px 20px; }
@media (max-width: 640px) {
  .wrap { padding-inline: 12px; }
  main { padding-block: 12px 32px; }
  .mails a { grid-template: 'time' 'subject' 'people' / 1fr; padding: 12px 14px; }
  time { font-size: 13px; }
  h1 { font-size: 19px; }
  .head { padding: 16px 14px 0; }
  .tabs { margin-inline: -14px; padding-inline: 8px; }
  th, td { display: block; width: auto; padding: 8px 14px 0; }
  td { padding: 0 14px 8px; }
  pre, .file { padding: 14px; }
  .file a { margin-left: 0; }
}
`;
