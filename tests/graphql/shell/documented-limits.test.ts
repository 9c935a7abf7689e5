import { readFile } from 'node:fs/promises';
import { maxHeaderSize } from 'node:http';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { largestDocument } from '../../../src/domain/referrals/add-referral-document.ts';
import { longestOperation, longestRequest, mostAtOnce } from '../../../src/graphql/accept-uploads.ts';
import {
  documentLimits,
  mostValues,
  pageSizes,
  queryLimits,
  usualList,
} from '../../../src/graphql/query-limits.ts';
import { patienceWithOperations } from '../../../src/graphql/serve-graphql.ts';
import { patienceWith } from '../../../src/graphql/server.ts';
import { patienceWithStrangers } from '../../../src/graphql/sockets/sign-in-of-socket.ts';
import { socketLimits } from '../../../src/graphql/sockets/socket-limits.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { patience } from '../../../src/platform/database.ts';

let integrating: string;
let operating: string;
let readme: string;
beforeAll(async () => {
  const root = join(import.meta.dirname, '../../..');
  const read = async (path: string) => (await readFile(join(root, path), 'utf8')).replaceAll(/\s+/g, ' ');
  [integrating, operating, readme] = await Promise.all([
    read('docs/integrating.md'),
    read('docs/operating.md'),
    read('README.md'),
  ]);
});

const count = (number: number) => number.toLocaleString('en');
const inKb = (bytes: number) => `${bytes / 1024} KB`;
const inMb = (bytes: number) => `${bytes / 1024 / 1024} MB`;
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (number: number) => words[number] ?? String(number);
const seconds = (ms: number) => ms / 1000;
const minutes = (ms: number) => ms / 60_000;

it('integrators are told what an operation may ask for', () => {
  const { depth, breadth, complexity } = queryLimits;
  expect(integrating).toContain(
    `An operation may be ${depth} levels deep, have ${breadth} fields, and cost ${count(complexity)}:`,
  );
  expect(integrating).toContain(`(${pageSizes.usual} where nothing is said; other lists ${usualList})`);
  expect(integrating).toContain(
    `A page has ${pageSizes.usual} records unless you ask, and never more than ${pageSizes.longest}. \`nodes(ids:)\` takes at most ${pageSizes.longest}.`,
  );
});

it('integrators are told what a document may hold, all of it', () => {
  const { tokens, aliases, rootFields, directives, fragments, spreads, ...more } = documentLimits;
  const { expandedFields, levels, valueLevels, repeats, nameLength, ...rest } = more;
  expect(integrating).toContain(
    [
      `A document may have ${count(tokens)} tokens, ${aliases} aliases, ${rootFields} fields at the root, ${directives} directives,`,
      `${fragments} fragments, spread ${spreads} times and with ${count(expandedFields)} fields in the end, ${levels} levels of selections`,
      `and ${valueLevels} of values, one field ${repeats} times in one place, and names of ${nameLength} characters; its variables ${count(mostValues)} values.`,
    ].join(' '),
  );
  expect(rest).toEqual({});
  expect(integrating).toContain(`(also above ${count(tokens)} tokens)`);
});

it('integrators are told how much they may send, and how sockets are closed', () => {
  expect(integrating).toContain(`of at most ${inMb(largestDocument)}.`);
  const cutOff = inMb(longestRequest - longestOperation);
  expect(integrating).toContain(`above ${cutOff} the request is cut off, with HTTP status 413`);
  expect(integrating).toContain(`as is any request without a file above ${inMb(longestOperation)}.`);
  expect(integrating).toContain(`A message is longer than ${inKb(socketLimits.messageBytes)}`);
  const [init, idle] = [seconds(socketLimits.untilInit), minutes(socketLimits.idle)];
  expect(integrating).toContain(
    `Not initialised for ${inWords(init)} seconds, or without an operation for ${inWords(idle)} minutes`,
  );
  expect(integrating).toContain(
    `nobody has signed in after ${inWords(seconds(patienceWithStrangers))} seconds`,
  );
});

it('operators are told the same, and what else is limited', () => {
  const { messageBytes, messagesInTenSeconds, operations, untilInit, idle, keepAlive } = socketLimits;
  const { ofUser, ofAddress, ofProcess } = socketLimits;
  for (const row of [
    `| A request | ${inMb(longestOperation)}, with a file ${inMb(longestRequest)}; ${inKb(maxHeaderSize)} of headers, in ${seconds(patienceWith.headers)} seconds; sent in ${seconds(patienceWithOperations)} seconds, with a file in ${minutes(patienceWith.requests)} minutes; ${inWords(mostAtOnce)} files of a staff member at once |`,
    `| An operation | ${queryLimits.depth} levels, ${queryLimits.breadth} fields, a cost of ${count(queryLimits.complexity)}; a document of ${count(documentLimits.tokens)} tokens;`,
    `| A socket | ${inKb(messageBytes)} a message, ${messagesInTenSeconds} messages in ten seconds, ${operations} operations at once; closed where it is not initialised in ${seconds(untilInit)} seconds, or idle for ${minutes(idle)} minutes; cut where it does not answer a ping in ${seconds(keepAlive)} seconds |`,
    `| Sockets of a process | ${ofUser} of a staff member, ${ofAddress} of an address, ${count(ofProcess)} in all |`,
  ])
    expect(operating).toContain(row);
  const { lock_timeout: lock, connectionTimeoutMillis: connection, statement_timeout: statement } = patience;
  expect(operating).toContain(
    `No statement runs longer than ${seconds(statement)} seconds, waits longer than ${seconds(lock)} for a lock or ${seconds(connection)} for a connection,`,
  );
});

it('the README names the settings of the shell, with what they are where nothing is set', () => {
  const { RATE_LIMIT_USER, RATE_LIMIT_ADDRESS, RATE_LIMIT_FAILED_SIGN_INS, ...settings } = readConfig({});
  for (const [name, value] of Object.entries({
    RATE_LIMIT_USER,
    RATE_LIMIT_ADDRESS,
    RATE_LIMIT_FAILED_SIGN_INS,
  }))
    expect(readme).toContain(`| \`${name}\` | \`${value}\` |`);
  expect(settings.INTROSPECTION).toBeUndefined();
  expect(readme).toContain('| `INTROSPECTION` | `signed-in` in production, else `open` |');
  expect(readme).toContain('| `PERSISTED_DOCUMENTS` | |');
  expect(readme).toContain(`| \`PERSISTED_DOCUMENTS_ONLY\` | \`${settings.PERSISTED_DOCUMENTS_ONLY}\` |`);
});
