import type { Scenario, Subjects } from './scenario.ts';

const fields = `number status openedOn
  person { familyName givenName listedName birthDate }
  caseManager { username name }
  program { code label }`;

/** A page of the cases of clients with a name. */
export function casesSearch({ search }: Subjects): Scenario {
  const variables = { search };
  return {
    name: 'cases',
    title: 'cases by a name, 25 rows',
    ours: {
      query: `query Cases($search: String!) { cases(search: $search, first: 25) { totalCount nodes { id ${fields} } } }`,
      variables,
    },
    postgraphile: {
      query: `query Cases($search: String!) { cases: searchCases(search: $search, first: 25) { totalCount nodes { id: rowId ${fields} } } }`,
      variables,
    },
    floor: `/cases?first=25&search=${encodeURIComponent(search)}`,
  };
}
