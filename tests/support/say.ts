import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends these bytes to a service, however odd they are, and waits until it hangs up: all that it has answered. */
export async function say(url: string, ...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => undefined);
  socket.write(lines.join('\r\n'));
  await once(socket, 'close');
  return heard;
}
