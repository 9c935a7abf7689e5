import { expect, it } from 'vitest';
import { nameStatements, plannedForValues } from '../../src/platform/name-statements.ts';

it('gives each statement a name of its own, the same each time, and none to one that is planned for its values', () => {
  const nameOf = nameStatements();
  const names = ['SELECT 1', 'SELECT 2', 'SELECT 1'].map((sql) => nameOf({ sql }));
  expect(names[0]).not.toBe('');
  expect(names[1]).not.toBe(names[0]);
  expect(names[2]).toBe(names[0]);
  expect(nameOf({ sql: `SELECT ${plannedForValues} 1` })).toBe('');
});
