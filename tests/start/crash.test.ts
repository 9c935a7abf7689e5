import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { newDataDirectory, run } from './run.ts';

let mailbox: Mailbox;
let test: TestDatabase;
beforeAll(async () => {
  mailbox = await startMailbox();
  test = await createTestDatabase();
});
afterAll(async () => {
  await test.drop();
  await mailbox.stop();
});

/** What to load before the service, so that something breaks in it, as a bug would, when a signal comes. */
async function bug(breaks: string): Promise<string> {
  const file = join(await newDataDirectory(), 'bug.mjs');
  await writeFile(file, `process.once('SIGUSR2', () => { ${breaks} });`);
  return `--import=${file}`;
}
const message = 'Person is Rosa Diaz, born 1988-03-14, rosa@diaz.example';

it.each([
  ['a promise that is rejected and nobody waits for', `Promise.reject(new TypeError('${message}'))`],
  [
    'an error that nobody catches',
    `setImmediate(() => { throw Object.assign(new TypeError('${message}'), { code: 'P2010' }) })`,
  ],
  ['a thrown text', `throw '${message}'`],
])(
  '%s ends the process with a code, logs no client data, and a new process goes on',
  async (_what, breaks) => {
    for (const script of ['main', 'worker'] as const) {
      const DATA_DIR = await newDataDirectory();
      const settings = { DATA_DIR, DATABASE_URL: test.url, SMTP_URL: mailbox.smtpUrl };
      const process = run(script, { ...settings, NODE_OPTIONS: await bug(breaks) });
      await process.printed('Ctrl-C stops it');
      process.signal('SIGUSR2');
      expect(await process.ended).toBe(1);

      const lines = process.stderr().trim().split('\n');
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        {
          level: 60,
          msg: 'unexpected error: the process ends',
          error: expect.stringMatching(/^(TypeError|string)$/),
        },
      ]);
      expect(process.stdout() + process.stderr()).not.toMatch(/Diaz|1988|Person is/);

      if (script === 'main') {
        const url = await run(script, settings).ready();
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
      }
    }
  },
  120_000,
);
