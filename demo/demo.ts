import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { referAndTransfer, transferBack } from './case-transfer.ts';
import { signInCast } from './cast.ts';
import { chooseCase } from './choose-case.ts';
import { findService } from './find-service.ts';
import { referOutside, referWithin } from './informational.ts';

// npm run demo
// Walks through the guide against a running service, step by step, and keeps the letter of the transfer for looking at.

const dataDirectory = process.env.DATA_DIR || '.data';

async function demo(): Promise<void> {
  const url = await findService(dataDirectory);
  console.log(`The guide, step by step, at ${url}`);
  const cast = await signInCast(url);
  try {
    const chosen = await chooseCase(cast.north);
    await referWithin(cast, chosen);
    await referOutside(cast, chosen);
    const letter = await referAndTransfer(cast, chosen);
    const file = await keep(letter);
    await transferBack(cast, chosen);
    console.log('\nTo look at\n');
    console.log(`  The letter    ${file}`);
    for (const line of await mailLinks(url)) console.log(line);
    console.log(`  GraphiQL      ${url}/graphql?as=${cast.north.username}\n`);
  } finally {
    for (const client of Object.values(cast)) await client.close();
  }
}

/** Where the caught mail can be read; nothing where the service sends to a mail server of its own. */
async function mailLinks(url: string): Promise<string[]> {
  const response = await fetch(`${url}/dev/inbox.json`);
  if (!response.ok) return [];
  const { messages } = (await response.json()) as { messages: { id: string; to: { address: string }[] }[] };
  const mail = messages.find(({ to }) =>
    to.some(({ address }) => address === 'info@southshoreworks.example'),
  );
  return [
    ...(mail === undefined ? [] : [`  Its mail      ${url}/dev/inbox/${mail.id}`]),
    `  All mail      ${url}/dev/inbox`,
  ];
}

async function keep(letter: Uint8Array): Promise<string> {
  const directory = join(dataDirectory, 'demo');
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'letter.pdf');
  await writeFile(file, letter);
  return file;
}

try {
  await demo();
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
