import { describe, expect, it } from 'vitest';
import { filledText, numberedBlanks } from '../../../src/domain/filled-text.ts';
import {
  blanks,
  messages,
  priorityLabels,
  typeLabels,
  typeNames,
} from '../../../src/domain/homepage/task-texts.ts';
import type { Bilingual } from '../../../src/domain/language.ts';
import { HomepageTaskType, TaskPriority } from '../../../src/generated/prisma/enums.ts';

const every = Object.entries(messages).flatMap(([type, variants]) =>
  Object.entries(variants).map(([variant, text]) => [`${type} ${variant}`, text] as [string, Bilingual]),
);
const blanksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe.each(every)('%s', (_name, { EN, FR }) => {
  it('[R36] says the same in both languages, with the same blanks', () => {
    expect(FR).not.toBe(EN);
    expect(blanksOf(FR)).toEqual(blanksOf(EN));
    expect(blanks).toEqual(expect.arrayContaining(blanksOf(EN)));
  });
});

it('[R36] no two messages are alike, but for those of the two sides of a transfer, and of a case given by one or the other', () => {
  const texts = new Set(every.map(([, { EN }]) => EN));
  expect(texts.size).toBe(every.length - 4);
});

it('[R36] every type has a label, a name and a message, every priority a label', () => {
  for (const type of Object.values(HomepageTaskType)) {
    expect(Object.keys(messages[type]).length, type).toBeGreaterThan(0);
    expect(typeNames[type].FR).not.toBe(typeNames[type].EN);
  }
  expect(Object.values(TaskPriority).map((one) => priorityLabels[one].EN)).toEqual(['Low', 'Normal', 'High']);
});

it('[R36] column Type says Info, as in the guide, but where something is asked for', () => {
  const asking = Object.values(HomepageTaskType).filter((type) => typeLabels[type].EN !== 'Info');
  expect(asking.toSorted()).toEqual([
    'CLIENT_MAYBE_TWICE',
    'DELIVERY_FAILED',
    'REFERRAL_RECEIVED',
    'TRANSFER_STALE',
  ]);
  expect(typeLabels.CASE_RECEIVED).toEqual({ EN: 'Info', FR: 'Info' });
  expect(typeLabels.REFERRAL_RECEIVED).toEqual({ EN: 'Action', FR: 'À traiter' });
});

it('a text is filled blank by blank, whatever is put in', () => {
  const text = { EN: '{a} to {b}, {c}', FR: '{b} de {a}' };
  expect(filledText(text, { a: '{b}', b: '100%' })).toEqual({ EN: '{b} to 100%, {c}', FR: '100% de {b}' });
  expect(numberedBlanks('{b} 100% {a}', ['a', 'b'])).toBe('%2$s 100%% %1$s');
});
