import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { perDocument } from './per-document.ts';
import { pageSizes } from './query-limits.ts';
import { currentLanguage } from './request-language.ts';
import { schema } from './schema.ts';

/**
 * Refuses what no page can be before anything is read, and names the argument: a list that gave another page than the one asked for would be
 * taken for the whole.
 */
export function checkPages(): Plugin {
  return {
    onExecute: ({ args }) => requirePages(args),
    onSubscribe: ({ args }) => requirePages(args),
  };
}

type Operation = {
  document: DocumentNode;
  variableValues?: Record<string, unknown> | null | undefined;
};

/** The fields that give a page, of all operations and fragments. */
const pagesOf = perDocument((document) => {
  const pages: FieldNode[] = [];
  const types = new TypeInfo(schema);
  const visitor = {
    Field(node: FieldNode) {
      const names = types.getFieldDef()?.args.map(({ name }) => name) ?? [];
      if (names.includes('first') && names.includes('last')) pages.push(node);
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return pages;
});

function requirePages({ document, variableValues }: Operation): void {
  const pages = pagesOf(document);
  if (pages.length === 0) return;
  const variables = { ...defaultsOf(document), ...variableValues };
  for (const page of pages) {
    const given = new Map(
      (page.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
    );
    requirePage(page, (name) => given.get(name) ?? undefined);
  }
}

function requirePage(node: FieldNode, given: (name: string) => unknown): void {
  for (const name of ['first', 'last']) {
    const size = given(name);
    if (typeof size !== 'number' || (size >= 1 && size <= pageSizes.longest)) continue;
    throw badPage(node, name, {
      EN: `${name} must be from 1 to ${pageSizes.longest}; for more, read on from endCursor.`,
      FR: `${name} doit être de 1 à ${pageSizes.longest}; pour la suite, reprenez à partir de endCursor.`,
    });
  }
  for (const [one, other] of [
    ['first', 'last'],
    ['after', 'before'],
    ['first', 'before'],
    ['last', 'after'],
  ] as const)
    if (given(one) !== undefined && given(other) !== undefined)
      throw badPage(node, other, {
        EN: `Send ${one} or ${other}: first goes with after, last with before.`,
        FR: `Envoyez ${one} ou ${other} : first va avec after, last avec before.`,
      });
}

function badPage(node: FieldNode, argument: string, text: Bilingual): GraphQLError {
  const extensions = { code: 'BAD_PAGE', argument, http: { status: 400 } };
  return new GraphQLError(text[currentLanguage()], { nodes: [node], extensions });
}

/** What variables hold that are not sent. */
function defaultsOf({ definitions }: DocumentNode): Record<string, unknown> {
  const named = definitions.flatMap((one) =>
    'variableDefinitions' in one ? (one.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    named.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue === undefined ? undefined : valueFromASTUntyped(defaultValue),
    ]),
  );
}
