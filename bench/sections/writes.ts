import { measureWrites } from '../harness/measure-writes.ts';
import { writesTable } from '../harness/writes-table.ts';
import type { Section } from './section.ts';

/** In a round. */
const requests = 200;
const connections = 20;

/** submitReferral and transferCase. */
export const writes: Section = {
  name: 'writes',
  title: 'Writes',
  async measure({ directory, cases, rounds }) {
    const measured = await measureWrites({ directory, cases, rounds, requests, connections });
    return `${cases.toLocaleString('en')} cases; ${connections} connections, ${rounds} rounds of ${requests} requests.\n\n${writesTable(measured)}`;
  },
};
