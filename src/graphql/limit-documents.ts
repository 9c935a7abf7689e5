import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Bilingual } from '../domain/language.ts';
import { documentLimits, tooMuch } from './query-limits.ts';
import { currentLanguage } from './request-language.ts';
import { inShort } from './shell/in-short.ts';
import { withoutValues } from './shell/without-values.ts';

const tooDeep: Bilingual = {
  EN: 'The document is nested too deeply to be read.',
  FR: 'Le document est imbriqué trop profondément pour être lu.',
};

/** Keeps documents short and shallow enough to be parsed and validated in a moment, whoever sends them. */
export function limitDocuments(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          const document: DocumentNode = parseFn(source, { ...options, maxTokens: documentLimits.tokens });
          requireWithin(document);
          return document;
        } catch (error) {
          // A socket has nobody else who says what has failed.
          if (error instanceof GraphQLError) error.extensions.code ??= 'GRAPHQL_PARSE_FAILED';
          if (!(error instanceof RangeError)) throw error;
          throw new GraphQLError(tooDeep[currentLanguage()], {
            extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
          });
        }
      });
    },
    onValidate:
      () =>
      ({ valid, result, setResult }) => {
        if (!valid) setResult((result as GraphQLError[]).map((error) => inShort(withoutValues(error))));
      },
  };
}

type Counted = 'aliases' | 'directives' | 'fragments' | 'spreads';

/**
 * Counts everything once, and what fragments hold once for each of them, so that the time is in proportion to the document.
 * @throws the first limit that is passed.
 */
function requireWithin(document: DocumentNode): void {
  const counts: Record<Counted, number> = { aliases: 0, directives: 0, fragments: 0, spreads: 0 };
  const count = (limit: Counted) => {
    counts[limit] += 1;
    requireAtMost(limit, counts[limit]);
  };
  let valueLevel = 0;
  const value = {
    enter: () => requireAtMost('valueLevels', ++valueLevel),
    leave: () => {
      valueLevel -= 1;
    },
  };
  visit(document, {
    Name: ({ value: { length } }) => requireAtMost('nameLength', length),
    Field: ({ alias }) => {
      if (alias !== undefined) count('aliases');
    },
    Directive: () => count('directives'),
    FragmentDefinition: () => count('fragments'),
    FragmentSpread: () => count('spreads'),
    SelectionSet: (set) => requireFewRepeats(set),
    ListValue: value,
    ObjectValue: value,
  });
  requireWithinFragments(document);
}

function requireFewRepeats({ selections }: SelectionSetNode): void {
  const seen = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    requireAtMost('repeats', times);
  }
}

type Extent = { fields: number; levels: number; own: number };

/** Each fragment is measured once. One in a circle counts for nothing where it closes: validation names it. */
function requireWithinFragments({ definitions }: DocumentNode): void {
  const sets = new Map<string, SelectionSetNode>();
  for (const one of definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) sets.set(one.name.value, one.selectionSet);
  const none: Extent = { fields: 0, levels: 0, own: 0 };
  const known = new Map<string, Extent>();

  function spread(name: string): Extent {
    const before = known.get(name);
    const set = sets.get(name);
    if (before !== undefined || set === undefined) return before ?? none;
    known.set(name, none);
    const extent = extentOf(set);
    known.set(name, extent);
    return extent;
  }

  function extentOf(set: SelectionSetNode | undefined): Extent {
    const whole = { ...none };
    for (const selection of set?.selections ?? []) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? spread(selection.name.value)
          : extentOf(selection.selectionSet);
      const isField = selection.kind === Kind.FIELD ? 1 : 0;
      whole.fields += inner.fields + isField;
      whole.own += isField === 1 ? 1 : inner.own;
      whole.levels = Math.max(whole.levels, inner.levels + isField);
    }
    requireAtMost('expandedFields', whole.fields);
    requireAtMost('levels', whole.levels);
    return whole;
  }

  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) requireAtMost('rootFields', extentOf(one.selectionSet).own);
  for (const name of sets.keys()) spread(name);
}

function requireAtMost(limit: keyof typeof documentLimits, cost: number): void {
  const most = documentLimits[limit];
  if (cost <= most) return;
  const error = tooMuch(limit, cost, most);
  error.extensions.http = { status: 400 };
  throw error;
}
