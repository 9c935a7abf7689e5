import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** A client's process that notes down the cursor and the id of each task it is told of, as soon as it is. */
export type Subscriber = {
  /** What it has noted down: cursor and id, in order. */
  noted(): [cursor: string, taskId: string][];
  /** Kills it, with whatever it has in hand. */
  kill(): Promise<void>;
};

const script = `
  import { createClient } from 'graphql-ws';
  const { URL_OF_SOCKET: url, AUTHORIZATION: authorization, AFTER: after } = process.env;
  const client = createClient({ url, connectionParams: { authorization }, retryAttempts: 0 });
  const query = 'subscription ($after: String) { homepageTaskChanged(after: $after) { cursor homepageTask { id } } }';
  for await (const { data, errors } of client.iterate({ query, variables: { after } })) {
    const event = data?.homepageTaskChanged;
    console.log(event ? event.cursor + ' ' + event.homepageTask.id : JSON.stringify(errors));
  }`;

/** Subscribes after a cursor in a process of its own, that ends with the test. */
export function startSubscriber(url: string, authorization: string, after: string): Subscriber {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: process.cwd(),
    env: {
      URL_OF_SOCKET: `${url.replace('http', 'ws')}/graphql`,
      AUTHORIZATION: authorization,
      AFTER: after,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  return {
    // A line that was cut off by the kill was not noted down.
    noted: () =>
      printed
        .split('\n')
        .slice(0, -1)
        .map((line): [string, string] => [
          line.slice(0, line.indexOf(' ')),
          line.slice(line.indexOf(' ') + 1),
        ]),
    kill,
  };
}
