import type { Client } from 'pg';
import { networkAdministrator } from '../data/rows/organizations.ts';
import { findSubjects, largeOrganization } from './find-subjects.ts';
import { hotReads } from './hot-reads.ts';
import type { Scenario } from './scenario.ts';

/** A question with who asks it. */
export type GrowthQuestion = {
  scenario: Pick<Scenario, 'ours'> & Partial<Scenario> & { title: string };
  username: string;
  /** Whether it has a target: a hot read by somebody for whom what is to be looked through does not grow. */
  steady: boolean;
};

const listed = 'totalCount nodes { id familyName givenName listedName birthDate }';
const listedCases = 'totalCount nodes { id number status openedOn person { listedName } program { code } }';

/** What is asked at each size, by a user whose organization is the same at each size, by one of a large one, and by one who sees all. */
export async function growthQuestions(client: Client): Promise<GrowthQuestion[]> {
  const usual = await findSubjects(client);
  const large = await findSubjects(client, largeOrganization);
  const people = (search: string) => ({
    title: search === '' ? 'people, 25 rows' : 'people by a name, 25 rows',
    ours: {
      query: `query People($search: String!) { people(search: $search, first: 25) { ${listed} } }`,
      variables: { search },
    },
  });
  const allCases = {
    title: 'cases, 25 rows',
    ours: { query: `query AllCases { cases(first: 25) { ${listedCases} } }`, variables: {} },
  };
  const misspelled = {
    title: 'cases by a misspelled name, 25 rows',
    ours: {
      query: `query Misspelled { cases(search: "mcdonlad", first: 25) { ${listedCases} } }`,
      variables: {},
    },
  };
  const by = (username: string, steady: boolean, scenarios: GrowthQuestion['scenario'][]) =>
    scenarios.map((scenario) => ({ scenario, username, steady }));
  return [
    ...by(usual.username, true, hotReads(usual)),
    ...by(usual.username, false, [people(usual.search), allCases, misspelled]),
    ...by(large.username, false, [...hotReads(large), people(large.search), allCases]),
    ...by(networkAdministrator, false, [
      ...hotReads(large).filter(({ name }) => name === 'cases'),
      people(usual.search),
      people(''),
      allCases,
      misspelled,
    ]),
  ];
}
