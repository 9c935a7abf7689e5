import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { checkImport } from '../src/domain/casework/import/check-import.ts';
import type { ImportLine } from '../src/domain/casework/import/import-columns.ts';
import { writeImport } from '../src/domain/casework/import/write-import.ts';
import { Refusal } from '../src/domain/errors.ts';
import { programDay } from '../src/domain/program-day.ts';
import { jobKinds } from '../src/jobs/job-kinds.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database.ts';
import { startQueue } from '../src/platform/start-queue.ts';
import { findOrganization } from './import/find-organization.ts';
import { startProgress } from './import/progress.ts';
import { readCsv } from './import/read-csv.ts';
import { endWithMessage } from './migrations/end-with-message.ts';
import { useDatabase } from './migrations/use-database.ts';

// npm run import -- people.csv --organization <name or id> [--dry-run] [--language fr]
// Imports an organization's clients and cases; docs/importing.md says from what. The file is checked whole before anything is
// written; what is wrong is named by line and column, never by what it says. It can be repeated: lines that were imported stay as
// they are. Ends with status 0 where all is imported, 1 where the file is wrong and nothing was written, 2 where it could not be
// tried, and 3 where writing broke off: then call it again.

type Wish = { lines: ImportLine[]; organization: string; dryRun: boolean; language: 'EN' | 'FR' };

async function importFile(
  url: string,
  { lines, organization: named, dryRun, language }: Wish,
): Promise<number> {
  const { PROGRAM_TIME_ZONE: timeZone } = readConfig({ PROGRAM_TIME_ZONE: process.env.PROGRAM_TIME_ZONE });
  const database = openDatabase({ url, poolSize: 2 });
  try {
    const organization = await findOrganization(database, named);
    const organizationId = organization.id;
    const now = new Date();
    const moment = { now, day: programDay(now, timeZone) };
    const checking = startProgress('Checking', lines.length);
    const checked = await checkImport(database, { organizationId, lines, moment }, checking.to).finally(
      checking.stop,
    );
    const { ready, imported, problems } = checked;
    for (const { line, column, text } of problems)
      console.error(`Line ${line}, ${column}: ${text[language]}`);
    if (problems.length > 0) {
      const bad = new Set(problems.map(({ line }) => line)).size;
      console.error(`${bad} of ${lines.length} lines are wrong. Nothing was written.`);
      return 1;
    }
    if (imported > 0) console.log(`${imported} lines have been imported before, and stay as they are.`);
    if (dryRun) {
      console.log(`${ready.length} lines can be imported to ${organization.name}. Nothing was written.`);
      return 0;
    }
    const queue = await startQueue({ url, kinds: jobKinds, listen: false, log: pino({ level: 'silent' }) });
    const writing = startProgress('Writing', ready.length);
    let done = 0;
    try {
      const written = await writeImport(
        { database, queue, timeZone, now: () => new Date() },
        { organizationId, ready },
        (count) => {
          done = count;
          writing.to(count);
        },
      );
      console.log(
        `Imported to ${organization.name}: ${written.cases} cases, ${written.clients} new clients.`,
      );
      return 0;
    } catch (error) {
      console.error(`Broke off after ${done} of ${ready.length} lines. Call it again to go on.`);
      // A database error may quote what it was to write.
      if (error instanceof Refusal) console.error(error.text[language]);
      else console.error(error instanceof Error ? error.name : 'Error');
      return 3;
    } finally {
      writing.stop();
      await queue.stop();
    }
  } finally {
    await database.$disconnect();
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      organization: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || values.organization === undefined) {
    throw new Error(
      'Usage: npm run import -- people.csv --organization <name or id> [--dry-run] [--language fr]',
    );
  }
  const wish = {
    lines: readCsv(await readFile(file)),
    organization: values.organization,
    dryRun: values['dry-run'],
    language: values.language === 'fr' ? ('FR' as const) : ('EN' as const),
  };
  process.exitCode = await useDatabase((url) => importFile(url, wish));
} catch (error) {
  endWithMessage(error);
  process.exitCode = 2;
}
