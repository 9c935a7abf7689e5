/** What the schema says of the parts that every list has, by the names that Pothos gives their options. */
export const pageDescriptions = {
  idFieldOptions: { description: 'Unique in the whole API; see node.' },
  defaultConnectionTypeOptions: {
    description: 'A page of a list; where there is a totalCount, it counts the records of all pages.',
  },
  defaultEdgeTypeOptions: { description: 'A record of a page, with its place in the list.' },
  edgesFieldOptions: { description: 'The records of this page, each with its cursor.' },
  nodesFieldOptions: { description: 'The records of this page, without the edges around them.' },
  nodeFieldOptions: { description: 'The record.' },
  cursorFieldOptions: { description: 'Its place in the list, to be given as after or before.' },
  pageInfoFieldOptions: { description: 'Where the page stands in the list.' },
  pageInfoTypeOptions: { description: 'Where a page of a list stands in it.' },
  hasNextPageFieldOptions: { description: 'Whether there are records after this page.' },
  hasPreviousPageFieldOptions: { description: 'Whether there are records before this page.' },
  startCursorFieldOptions: { description: 'The cursor of the first record; null on an empty page.' },
  endCursorFieldOptions: { description: 'The cursor of the last record; null on an empty page.' },
  firstArgOptions: { description: 'So many records from the beginning, or after the cursor; at most 100.' },
  afterArgOptions: { description: 'Only records after this cursor.' },
  lastArgOptions: { description: 'So many records from the end, or before the cursor; at most 100.' },
  beforeArgOptions: { description: 'Only records before this cursor.' },
};
