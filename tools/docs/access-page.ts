import {
  allowedActions,
  type Relation,
  relations,
  type Thing,
  things,
} from '../../src/domain/access-table.ts';
import { actionWord, relationWords, thingWords } from '../../src/domain/access-words.ts';

/** Where the page is, from the root of the project. */
export const accessPagePath = 'docs/access.md';

const introduction = `<!-- Made from src/domain/access-table.ts by \`npm run docs:access\`; change it there. -->

# Who may see and do what

Access hangs on how the viewer's organization stands to a case. This table is the one the service itself goes by: every
read is limited by it in the database, and a test tries each cell in every way there is. Several columns can hold for an
organization at once; then it may do what any of them allows. What no column allows does not exist for the viewer: it is
not found, and nothing tells that it is there.`;

const further = `## Besides

- **Roles.** Of an organization's people, those see all this who may see cases at all, and do it whose role lets them:
  [privileges.md](privileges.md). The auditors of Employment Nova Scotia see no client and no case: they read who could see
  what, and when.
- **At once.** Access is judged anew at each request, at each event of a subscription, and each time a link to a letter or a
  document is opened. What ends takes effect on the next of them; an open subscription ends then.
- **On record.** Access that a referral gives is kept with its beginning, its end and the cause of it; and so is what each
  agreement, organization and account was, and when. \`accessOn\` tells an auditor who could see a client on any day, and why.
- **Tasks.** A task on a User Homepage stays with its owner. The client's name, the case and the referral show in it only
  while this table lets the owner see them; else it names the other organization.`;

/** The page docs/access.md: the access table for people who look after privacy. */
export function accessPage(): string {
  const list = relations.map((relation) => {
    const { name, means, begins, ends } = relationWords[relation];
    return `- **${name}.** ${means} ${begins} ${ends}`;
  });
  const rows = things.map((thing) => `- **${thingWords[thing].name}.** ${thingWords[thing].means}`);
  return [
    introduction,
    table(),
    `## The columns\n\n${list.join('\n')}`,
    `## The rows\n\n${rows.join('\n')}`,
    further,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function table(): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...relations.map((relation) => relationWords[relation].name)]),
    line(['---', ...relations.map(() => '---')]),
    ...things.map((thing) =>
      line([`**${thingWords[thing].name}**`, ...relations.map((relation) => cell(relation, thing))]),
    ),
  ].join('\n');
}

function cell(relation: Relation, thing: Thing): string {
  const actions = allowedActions(relation, thing).map((action) => actionWord(thing, action));
  return actions.length === 0 ? '–' : actions.join(', ');
}
