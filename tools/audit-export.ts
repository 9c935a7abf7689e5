import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { exportAuditTrail } from '../src/domain/audit/export-audit-trail.ts';
import type { TrailFilter } from '../src/domain/audit/trail-filter.ts';
import { openDatabase } from '../src/platform/database.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run --silent audit:export -- [--from <instant>] [--until <instant>] [--organization <id>] [--case <id>] [--person <id>] > trail.jsonl
// Writes the audit trail to standard output, oldest first, each event a line of JSON with its place in the hash chain. Instants
// are RFC 3339 or days; ids are those of the database.

function readInstant(name: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new Error(`--${name} must be a day or an instant, as 2026-01-31`);
  return instant;
}

function readUuid(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new Error(`--${name} must be an id as the database has it, a UUID in lower case`);
}

async function write(databaseUrl: string, filter: TrailFilter): Promise<void> {
  const database = openDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    for await (const event of exportAuditTrail(database, filter)) {
      // Whoever reads more slowly than the database gives sets the pace.
      if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await database.$disconnect();
  }
}

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { from: text, until: text, organization: text, case: text, person: text },
  });
  const filter: TrailFilter = {
    from: readInstant('from', values.from),
    until: readInstant('until', values.until),
    organizationId: readUuid('organization', values.organization),
    caseId: readUuid('case', values.case),
    personId: readUuid('person', values.person),
  };
  await useDatabase((url) => write(url, filter));
} catch (error) {
  endWithMessage(error);
}
