import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { allows, relations, things, thingsSeen } from '../../src/domain/access-table.ts';
import { relationWords } from '../../src/domain/access-words.ts';
import { daysUntilExpiry } from '../../src/domain/referrals/given-access.ts';
import { accessPage, accessPagePath } from '../../tools/docs/access-page.ts';

it('[R24] [R26] [R32] [D7] what each relation lets see is what the rules say', () => {
  expect(Object.fromEntries(relations.map((relation) => [relation, thingsSeen(relation)]))).toEqual({
    MANAGES: things.filter((thing) => thing !== 'transferReceipts'),
    NETWORK_ADMINISTRATOR: things,
    OPEN_CASE_TRANSFER: ['personRecord', 'caseSummary', 'transferRequests'],
    INFORMATIONAL: ['personRecord'],
    MANAGED_BEFORE: ['transferReceipts'],
    NONE: [],
  });
});

it('[R26] whoever sees the case sees its client and what the summary says, and nothing of it shows without the case', () => {
  for (const relation of relations) {
    if (allows(relation, 'case', 'see')) expect(allows(relation, 'caseSummary', 'see')).toBe(true);
    if (allows(relation, 'caseSummary', 'see')) expect(allows(relation, 'personRecord', 'see')).toBe(true);
    for (const thing of ['referrals', 'letters', 'notes', 'documents', 'notifications'] as const) {
      expect(allows(relation, thing, 'see')).toBe(allows(relation, 'case', 'see'));
    }
  }
});

it('[D8] says after how many days access ends by itself', () => {
  const { OPEN_CASE_TRANSFER, INFORMATIONAL } = relationWords;
  expect(OPEN_CASE_TRANSFER.ends).toContain(`by itself after ${daysUntilExpiry.CASE_TRANSFER} days`);
  expect(INFORMATIONAL.ends).toContain(`by itself after ${daysUntilExpiry.INFORMATIONAL_WITHIN} days`);
});

it('the page for people who look after privacy is made from the table', async () => {
  expect(await readFile(accessPagePath, 'utf8')).toBe(accessPage());
});
