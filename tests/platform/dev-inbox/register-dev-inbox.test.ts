import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDevInbox } from '../../../src/platform/dev-inbox/register-dev-inbox.ts';
import { type MailCatcher, startMailCatcher } from '../../../src/platform/embedded/mail-catcher.ts';

const NASTY = `"><script>alert('x')</script>`;
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let directory: string;
let catcher: MailCatcher;
let app: FastifyInstance;
let mail: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'handoff-inbox-'));
  catcher = await startMailCatcher({ directory });
  app = fastify();
  registerDevInbox(app, catcher.inbox);
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail({
    from: 'a@handoff.example',
    to: 'b@north.example',
    subject: 'Plain',
    text: 'Only text',
  });
  await transport.sendMail({
    from: { name: NASTY, address: 'no-reply@handoff.example' },
    to: { name: NASTY, address: 'intake@north.example' },
    subject: NASTY,
    headers: { 'X-Nasty': NASTY },
    text: NASTY,
    html: '<html><head></head><body><img src="cid:logo@handoff"><script>parent.location = "/"</script></body></html>',
    attachments: [
      { filename: 'logo.png', cid: 'logo@handoff', content: Buffer.from(PIXEL, 'base64') },
      { filename: `Lettre "Élodie".pdf`, content: '%PDF-1.7 not really', contentType: 'application/pdf' },
      { filename: 'page.html', content: '<script>1</script>', contentType: 'text/html' },
      { filename: 'drawing.svg', content: '<svg onload="1"/>', contentType: 'image/svg+xml' },
    ],
  });
  transport.close();
  mail = `/dev/inbox/${(await catcher.inbox.list())[0]?.id}`;
});
afterAll(async () => {
  await app.close();
  await catcher.stop();
  rmSync(directory, { recursive: true });
});

const get = (url: string) => app.inject({ url });

describe('the pages', () => {
  it.each(['the list', 'html', 'text', 'headers', 'attachments', 'source'])(
    'escape everything that a message brings: %s',
    async (view) => {
      const answer = await get(view === 'the list' ? '/dev/inbox' : `${mail}?view=${view}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain(`<script>alert`);
      expect(answer.body).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
    },
  );

  it('are sent with a policy that lets their own style and script in and no other', async () => {
    const { body, headers } = await get('/dev/inbox');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const element of ['style', 'script']) {
      const content = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(body)?.[1] ?? '';
      const digest = createHash('sha256').update(content).digest('base64');
      expect(policy).toContain(`${element}-src 'sha256-${digest}'`);
    }
  });

  it('show the HTML part in a frame that runs nothing', async () => {
    const { body } = await get(mail);
    const frame = /<iframe[^>]*>/.exec(body)?.[0];
    expect(frame).toContain(`src="${mail}/html"`);
    expect(frame).toMatch(/ sandbox="[^"]*"/);
    expect(frame).not.toMatch(/allow-(scripts|same-origin|top-navigation|forms)/);
  });

  it('start with the text of a message that has no HTML part', async () => {
    const plain = (await catcher.inbox.list())[1]?.id;
    expect((await get(`/dev/inbox/${plain}`)).body).toContain('<pre>Only text');
    expect((await get(`/dev/inbox/${plain}/html`)).statusCode).toBe(404);
  });

  it('show a PDF in place and offer every attachment for download', async () => {
    const { body } = await get(`${mail}?view=attachments`);
    const pdf = /<iframe[^>]*src="([^"]*)"/.exec(body)?.[1] ?? '';
    expect((await get(pdf)).body).toBe('%PDF-1.7 not really');
    expect(body.match(/\?download"/g)).toHaveLength(4);
  });
});

it('sends the HTML part so that it runs and loads nothing, also when opened by itself', async () => {
  const { body, headers } = await get(`${mail}/html`);
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/(^|; )sandbox( |;)/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|allow-(scripts|same-origin|top-navigation|forms)|https?:|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(body).toContain(`<img src="data:image/png;base64,${PIXEL}">`);
});

it('sends text and source as plain text', async () => {
  for (const part of ['text', 'source']) {
    const { headers } = await get(`${mail}/${part}`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  expect((await get(`${mail}/source`)).body).toContain(
    '\r\nContent-Disposition: attachment; filename=page.html\r\n',
  );
});

it('lets the browser show attachments of harmless types alone; all others are downloads', async () => {
  const { attachments } = (await get(`${mail}.json`)).json();
  const inline = Object.fromEntries(
    await Promise.all(
      attachments.map(async ({ filename, url }: { filename: string; url: string }) => {
        const { headers } = await get(url);
        return [filename, [headers['content-type'], String(headers['content-disposition']).split(';')[0]]];
      }),
    ),
  );
  expect(inline).toEqual({
    'logo.png': ['image/png', 'inline'],
    'Lettre "Élodie".pdf': ['application/pdf', 'inline'],
    'page.html': ['application/octet-stream', 'attachment'],
    'drawing.svg': ['application/octet-stream', 'attachment'],
  });
  const pdf = attachments.find(({ mimeType }: { mimeType: string }) => mimeType === 'application/pdf');
  expect((await get(`${pdf.url}?download`)).headers['content-disposition']).toBe(
    `attachment; filename="Lettre __lodie_.pdf"; filename*=UTF-8''Lettre%20%22%C3%89lodie%22.pdf`,
  );
});

it('gives scripts the same as JSON', async () => {
  const { messages } = (await get('/dev/inbox.json')).json();
  expect(messages.map(({ subject }: { subject: string }) => subject)).toEqual([NASTY, 'Plain']);
  expect((await get('/dev/inbox.json?limit=1')).json().messages).toHaveLength(1);
  expect((await get(`${mail}.json`)).json()).toMatchObject({
    subject: NASTY,
    to: [{ name: NASTY, address: 'intake@north.example' }],
    attachments: [{ filename: 'logo.png', size: 70, url: `${mail}/attachments/0` }, {}, {}, {}],
  });
});

it.each([
  '/dev/inbox/none',
  '/dev/inbox/none.json',
  '/dev/inbox/none/html',
  '/dev/inbox/none/text',
  '/dev/inbox/none/source',
  '/dev/inbox/none/attachments/0',
  '/dev/inbox/..%2F..%2Fsecrets%2Fsigning-key/source',
  '/dev/inbox/%2e%2e%2fnone',
  '/dev/inbox/../../etc/passwd',
])('answers 404 to what does not exist: %s', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

it.each(['9', '-1', '0x1', 'length', '1.5'])('answers 404 to the attachment %s', async (n) => {
  expect((await get(`${mail}/attachments/${n}`)).statusCode).toBe(404);
});
