import { createYoga, type Plugin } from 'graphql-yoga';
import { beforeEach, expect, it } from 'vitest';
import { rememberDocuments } from '../../src/graphql/remember-documents.ts';
import { schema } from '../../src/graphql/schema.ts';

let parsed: string[];
let validated: number;
let ask: (document: string) => Promise<unknown>;
beforeEach(() => {
  parsed = [];
  validated = 0;
  const count: Plugin = {
    onParse: ({ parseFn, setParseFn }) =>
      setParseFn((source, options) => {
        parsed.push(String(source));
        return parseFn(source, options);
      }),
    onValidate: ({ validateFn, setValidationFn }) =>
      setValidationFn((...args) => {
        validated += 1;
        return validateFn(...args);
      }),
  };
  const yoga = createYoga({
    schema,
    logging: false,
    parserAndValidationCache: false,
    plugins: [rememberDocuments(), count],
  });
  ask = async (document) => {
    const answer = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document }),
    });
    return await answer.json();
  };
});

/** A document of so many characters, and its name. */
const longDocument = (name: string, length: number) => `query ${name} { __typename } #`.padEnd(length, '.');

it('a document that comes again is neither parsed nor validated again, and is answered the same', async () => {
  const first = await ask('{ __typename }');
  expect(first).toEqual({ data: { __typename: 'Query' } });
  expect(await ask('{ __typename }')).toEqual(first);
  expect(await ask('query { __typename }')).toEqual(first);
  expect(parsed).toEqual(['{ __typename }', 'query { __typename }']);
  expect(validated).toBe(2);
});

it('what is refused is looked at each time', async () => {
  for (const document of ['{', '{ nothing }']) {
    const first = await ask(document);
    expect(await ask(document)).toEqual(first);
  }
  expect(parsed).toEqual(['{', '{', '{ nothing }']);
  expect(validated).toBe(2);
});

it('ever new ones fill no more than some memory: those used last are kept', async () => {
  const kept = longDocument('Kept', 20_000);
  await ask(kept);
  for (let place = 0; place < 30; place += 1) {
    await ask(longDocument(`Q${place}`, 20_000));
    await ask(kept);
  }
  expect(parsed.filter((document) => document === kept)).toHaveLength(1);
  parsed = [];
  await ask(longDocument('Q29', 20_000));
  expect(parsed).toEqual([]);
  await ask(longDocument('Q0', 20_000));
  expect(parsed).toHaveLength(1);
});

it('one that is longer than any that is used often is not kept', async () => {
  for (let time = 0; time < 2; time += 1) await ask(longDocument('Long', 30_000));
  expect(parsed).toHaveLength(2);
});
