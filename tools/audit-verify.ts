import { parseArgs } from 'node:util';
import { readHead, writeHead } from '../src/domain/audit/head.ts';
import { verifyAuditTrail } from '../src/domain/audit/verify-audit-trail.ts';
import { openDatabase } from '../src/platform/database.ts';
import { describeFault } from './audit/fault-texts.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run audit:verify [-- --expect <position>:<hash>] [--sealed-within <minutes>]
// Computes the hash chain of the audit trail anew. Prints each fault, and the head of the chain: to be kept elsewhere, and given
// with --expect another time. Ends with status 1 where anything is wrong.

async function verify(databaseUrl: string, options: { expect?: string; minutes: number }): Promise<boolean> {
  const kept = options.expect === undefined ? null : readHead(options.expect);
  if (options.expect !== undefined && kept === null) {
    throw new Error('--expect must be a head as this command prints it: <position>:<64 hexadecimal digits>');
  }
  const database = openDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    let faults = 0;
    const waitingSince = new Date(Date.now() - options.minutes * 60_000);
    const { sealed, head, waiting } = await verifyAuditTrail(database, { kept, waitingSince }, (fault) => {
      faults += 1;
      console.log(describeFault(fault));
    });
    console.log(`${sealed} events in the chain, ${waiting} waiting for their place.`);
    if (head !== null) console.log(`Head: ${writeHead(head)}`);
    console.log(faults === 0 ? 'The audit trail is whole.' : `The audit trail has ${faults} faults.`);
    return faults === 0;
  } finally {
    await database.$disconnect();
  }
}

try {
  const { values } = parseArgs({
    options: { expect: { type: 'string' }, 'sealed-within': { type: 'string', default: '15' } },
  });
  const minutes = Number(values['sealed-within']);
  if (!(minutes >= 0)) throw new Error('--sealed-within must be a number of minutes');
  const { expect } = values;
  const isWhole = await useDatabase((url) =>
    verify(url, { ...(expect === undefined ? {} : { expect }), minutes }),
  );
  if (!isWhole) process.exitCode = 1;
} catch (error) {
  endWithMessage(error);
}
