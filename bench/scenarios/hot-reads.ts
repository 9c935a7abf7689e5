import { casePage } from './case-page.ts';
import { casesSearch } from './cases-search.ts';
import { homepageTasks } from './homepage-tasks.ts';
import { nodeById } from './node-by-id.ts';
import { referralPage } from './referral-page.ts';
import type { Scenario, Subjects } from './scenario.ts';
import { typename } from './typename.ts';

/** All hot reads. */
export function hotReads(subjects: Subjects): Scenario[] {
  return [
    homepageTasks(),
    casesSearch(subjects),
    casePage(subjects),
    referralPage(subjects),
    nodeById(subjects),
    typename(),
  ];
}
