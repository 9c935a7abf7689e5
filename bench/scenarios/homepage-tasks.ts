import type { Scenario } from './scenario.ts';

const fields =
  'priority priorityLabel type typeLabel caseNumber orgOrPlayer program createdBy dueDate dueDateLabel message createdAt';

/** My Notifications as the homepage opens: a page of what is open and due within a month, every column, and how many there are. */
export function homepageTasks(): Scenario {
  return {
    name: 'homepageTasks',
    title: 'homepageTasks, 25 rows',
    ours: {
      query: `query HomepageTasks { homepageTasks(first: 25) { totalCount nodes { id ${fields} } } }`,
      variables: {},
    },
    postgraphile: {
      query: `query HomepageTasks {
        homepageTasks: allDueTasks(first: 25, orderBy: [DUE_DATE_ASC, ROW_ID_ASC]) { totalCount nodes { id: rowId ${fields} } }
      }`,
      variables: {},
    },
    floor: '/homepage-tasks?first=25',
  };
}
