import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApi, Visitor } from '../../support/api.ts';
import { evidenceFile } from '../../support/evidence/keep-evidence.ts';
import { listen, send } from '../send.ts';
import { argumentsFor } from './arguments.ts';
import { changedTables, digestOf } from './digest.ts';
import { insides } from './insides.ts';
import { readKnownIds } from './known-ids.ts';
import { nodeTypes, type Operation, operations } from './operations.ts';

/** Sends hostile things to one API. */
export type Bombardment = {
  /**
   * Sends the operation of this name so many times with other arguments, as one user or another. After each, nothing may have broken, and
   * where it was refused nothing may have changed.
   * @throws with the arguments that did it, made as small as possible, and the seed.
   */
  send(name: string, options: { runs: number; seed: number }): Promise<void>;
};

/** Prepares a {@link Bombardment} by these users. */
export async function prepareBombardment(api: TestApi, visitors: Visitor[]): Promise<Bombardment> {
  const digest = await digestOf(api.database);
  // That somebody signs in is on record once.
  for (const visitor of visitors) await visitor.ask('{ viewer { username } }');
  let before = await digest();

  async function sendOnce(operation: Operation, visitor: Visitor, variables: object): Promise<void> {
    const answer =
      operation.kind === 'subscription'
        ? await listen(api, visitor, { document: operation.document, variables }, listening)
        : await send(api, visitor, { document: operation.document, variables });
    const after = await digest();
    const changed = changedTables(before, after);
    before = after;
    if (answer.status >= 500 || answer.body.includes('Unexpected error.')) {
      throw new Error(`HTTP ${answer.status} ${answer.body.slice(0, 400)}\n${await lastFailure()}`);
    }
    expect(insides.exec(answer.body)?.[0]).toBeUndefined();
    if (operation.kind === 'mutation' && /^\{"data":\{"\w+":\{"__typename":"\w+Success"/.test(answer.body))
      return;
    if (changed.length > 0)
      throw new Error(`it changed ${changed} and answered ${answer.body.slice(0, 400)}`);
  }

  return {
    async send(name, { runs, seed }) {
      // What was sent before may have made records, and taken some away.
      const ids = await readKnownIds(api.database, nodeTypes());
      const operation = operations(ids.one).find((one) => one.name === name);
      if (operation === undefined) throw new Error(`no operation leads to ${name}`);
      const place = fc.nat(visitors.length - 1);
      const property = fc.asyncProperty(place, argumentsFor(operation.args, ids), async (who, variables) => {
        const visitor = visitors[who];
        if (visitor !== undefined) await sendOnce(operation, visitor, variables);
      });
      await fc.assert(property, { numRuns: runs, seed, interruptAfterTimeLimit: 100_000 });
    },
  };
}

/** How long a subscription is listened to, in milliseconds. */
const listening = 80;

/** What the log says of the last failure: its name, code and place. */
async function lastFailure(): Promise<string> {
  const lines = (await readFile(evidenceFile('log'), 'utf8')).split('\n');
  return lines.findLast((line) => line.includes('unexpected error')) ?? '';
}
