import type { Visitor } from '../support/api.ts';
import { choices } from '../support/refer.ts';
import { visit } from '../support/visit.ts';
import { type Story, startStory } from './story.ts';

/** The people who meet around transfers, at a service that runs as a process of its own. */
const cast = {
  north: 'north.manager',
  northAdmin: 'north.admin',
  south: 'south.manager',
  southAdmin: 'south.admin',
  valley: 'valley.manager',
  valley2: 'valley.manager2',
  valleyAdmin: 'valley.admin',
  ens: 'ens.admin',
  auditor: 'auditor',
} as const;

/** See {@link startTransfers}. */
export type Transfers = Record<keyof typeof cast, Visitor> & {
  story: Story;
  end(): Promise<void>;
};

/** Starts the service and signs everybody in. */
export async function startTransfers(): Promise<Transfers> {
  const story = await startStory();
  const { url } = story.service;
  const entries = Object.entries(cast).map(async ([who, username]) => [who, await visit(url, username)]);
  const people = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof cast, Visitor>;
  return {
    story,
    ...people,
    async end() {
      for (const visitor of Object.values(people)) await visitor.close();
      await story.end();
    },
  };
}

/** The data of an answer without errors. */
export async function read<Data>(visitor: Visitor, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await visitor.ask(query, variables);
  if (errors !== undefined) throw new Error(`${visitor.username}: ${JSON.stringify(errors)}`);
  return data as Data;
}

/** What a mutation with one `input` answers. */
export async function act(
  visitor: Visitor,
  mutation: string,
  input: object,
  selection = '',
): Promise<{ __typename: string } & Record<string, unknown>> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const asked = selection === '' ? '' : `... on ${type}Success { ${selection} }`;
  const data = await read<Record<string, { __typename: string }>>(
    visitor,
    `mutation ($input: ${type}Input!) {
      ${mutation}(input: $input) { __typename ... on Error { code message } ${asked} }
    }`,
    { input },
  );
  return data[mutation] as { __typename: string } & Record<string, unknown>;
}

/** What a user's homepage shows of a case, the newest first. */
export async function tasksOf(visitor: Visitor, caseNumber: string) {
  const { homepageTasks } = await read<{
    homepageTasks: { nodes: { id: string; type: string; orgOrPlayer: string | null; message: string }[] };
  }>(
    visitor,
    `query ($search: String) {
      homepageTasks(search: $search, due: ALL, first: 50) { nodes { id type orgOrPlayer message } }
    }`,
    { search: caseNumber },
  );
  return homepageTasks.nodes;
}

/** How much of a case a user finds: nothing, the client's record alone, a summary, or all of it. */
export async function sightOf(visitor: Visitor, caseNumber: string, personId: string) {
  const { found, person } = await read<{
    found: { status: string | null; summary: { status: string } } | null;
    person: { __typename: string } | null;
  }>(
    visitor,
    `query ($number: String!, $personId: ID!) {
      found: case(number: $number) { status summary { status } }
      person: node(id: $personId) { __typename }
    }`,
    { number: caseNumber, personId },
  );
  if (found !== null) return found.status === null ? 'summary' : 'whole';
  return person === null ? 'nothing' : 'person';
}

/** Completes a transfer to the user's organization. */
export async function takeOver(visitor: Visitor, caseId: string) {
  const input = { ...(await choices(visitor, caseId)), confirm: true };
  return await act(visitor, 'transferCase', input, 'message');
}
