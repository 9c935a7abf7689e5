import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.ts';
import { dkimKey } from '../../src/platform/dkim-key.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const key = rsa(2048);
const privateKey = key.export(pem).toString();
const complete = {
  MAIL_FROM: 'no-reply@handoff.example',
  DKIM_DOMAIN: 'handoff.example',
  DKIM_SELECTOR: 'handoff1',
  DKIM_PRIVATE_KEY: privateKey,
};

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'handoff-dkim-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function file(content: string): string {
  const path = join(directory, 'key.pem');
  writeFileSync(path, content);
  return path;
}

/** The lines that a refusal of these settings has. */
function problems(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

it('[R21] mail is signed with the key in PEM, of either kind, its line breaks written out or not, or from a file', () => {
  const { DKIM_PRIVATE_KEY: _, ...others } = complete;
  for (const given of [
    { DKIM_PRIVATE_KEY: privateKey },
    { DKIM_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') },
    { DKIM_PRIVATE_KEY: key.export({ ...pem, type: 'pkcs1' }).toString() },
    { DKIM_PRIVATE_KEY_FILE: file(privateKey) },
  ]) {
    expect(dkimKey(readConfig({ ...others, ...given }))).toEqual({
      domain: 'handoff.example',
      selector: 'handoff1',
      privateKey,
    });
  }
});

it('mail is not signed where no key is set', () => {
  expect(dkimKey(readConfig({}))).toBeNull();
});

it.each(['DKIM_DOMAIN', 'DKIM_SELECTOR'])('%s is needed with the others', (name) => {
  expect(problems({ ...complete, [name]: '' })).toEqual([`${name} must be set, or no other DKIM setting`]);
});

it('the key is needed with the others, once', () => {
  expect(problems({ ...complete, DKIM_PRIVATE_KEY: '' })).toEqual([
    'DKIM_PRIVATE_KEY or DKIM_PRIVATE_KEY_FILE must be set, or no other DKIM setting',
  ]);
  expect(problems({ ...complete, DKIM_PRIVATE_KEY_FILE: file(privateKey) })).toEqual([
    'DKIM_PRIVATE_KEY must not be set together with DKIM_PRIVATE_KEY_FILE',
  ]);
});

it.each([
  ['what is no key', 's3cr3t'],
  ['a key cut short', privateKey.slice(0, 800)],
  ['a key of too few bits', rsa(1024).export(pem).toString()],
  ['a key of another kind', generateKeyPairSync('ed25519').privateKey.export(pem).toString()],
  [
    'a public key',
    generateKeyPairSync('rsa', { modulusLength: 2048 })
      .publicKey.export({ ...pem, type: 'spki' })
      .toString(),
  ],
  [
    'a key behind a passphrase',
    key.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 's3cr3t' }).toString(),
  ],
])('%s is refused at start, and not repeated', (_what, given) => {
  const expected = 'an RSA private key of at least 2048 bits, in PEM, without a passphrase';
  expect(problems({ ...complete, DKIM_PRIVATE_KEY: given })).toEqual([
    `DKIM_PRIVATE_KEY must be ${expected}`,
  ]);
  const { DKIM_PRIVATE_KEY: _, ...others } = complete;
  expect(problems({ ...others, DKIM_PRIVATE_KEY_FILE: file(given) })).toEqual([
    `DKIM_PRIVATE_KEY_FILE must be the path of a file that holds ${expected}`,
  ]);
});

it('a file that is not there is refused at start', () => {
  const { DKIM_PRIVATE_KEY: _, ...others } = complete;
  expect(problems({ ...others, DKIM_PRIVATE_KEY_FILE: '/nowhere/key.pem' })).toEqual([
    expect.stringContaining('DKIM_PRIVATE_KEY_FILE must be the path of a file'),
  ]);
});

it.each([
  ['DKIM_DOMAIN', 'handoff', 'a domain name, for example handoff.example'],
  ['DKIM_DOMAIN', 'handoff.example; t=y', 'a domain name, for example handoff.example'],
  ['DKIM_SELECTOR', 'one two', 'a selector, for example handoff1'],
  ['DKIM_SELECTOR', '.handoff1', 'a selector, for example handoff1'],
])('%s %j is refused, saying what was expected', (name, value, expected) => {
  expect(problems({ ...complete, [name]: value })).toContain(`${name} must be ${expected}`);
});

it('[R21] the key is of the domain that mail comes from, or of one above it', () => {
  const from = (MAIL_FROM: string) => problems({ ...complete, MAIL_FROM });
  expect(from('no-reply@Handoff.Example')).toEqual([]);
  expect(from('no-reply@mail.handoff.example')).toEqual([]);
  const refused = ['MAIL_FROM must be an address of DKIM_DOMAIN, or of a domain under it'];
  for (const other of ['no-reply@other.example', 'no-reply@nothandoff.example', 'no-reply@example.ca', '']) {
    expect(from(other)).toEqual(refused);
  }
});
