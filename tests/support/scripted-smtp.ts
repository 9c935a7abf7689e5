import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** Where an SMTP conversation can go wrong; END is the dot that ends the message. */
export type Stage = 'GREETING' | 'EHLO' | 'HELO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'END';

/** What a server of this file does at a stage: reply so, hang up, or never reply. */
export type Turn = `${number} ${string}` | 'hang up' | 'silence';

const well: Record<Stage, Turn> = {
  GREETING: '220 at your service',
  EHLO: '250 AUTH PLAIN',
  HELO: '250 hello',
  AUTH: '235 welcome',
  MAIL: '250 sender ok',
  RCPT: '250 recipient ok',
  DATA: '354 go on',
  END: '250 accepted',
};

/** A mail server that keeps to a script, for what no proper server can be made to do. */
export type ScriptedServer = {
  /** With a user name, so that clients sign in. */
  smtpUrl: string;
  /** The verbs that came in, in order. */
  heard: string[];
  /** Closes every connection there is. */
  hangUp(): void;
  stop(): Promise<void>;
};

/** Starts a server that does well at every stage but those of the script. */
export async function startScriptedServer(script: Partial<Record<Stage, Turn>>): Promise<ScriptedServer> {
  const turns = { ...well, ...script };
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const take = (stage: Stage) => {
      heard.push(stage);
      const turn = turns[stage];
      if (turn === 'hang up') socket.destroy();
      else if (turn !== 'silence') socket.write(`${turn}\r\n`);
    };
    let [rest, inMessage] = ['', false];
    take('GREETING');
    socket.setEncoding('latin1').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (inMessage && line !== '.') continue;
        const verb = inMessage ? 'END' : (line.split(' ')[0] ?? '').toUpperCase();
        inMessage = verb === 'DATA' && turns.DATA.startsWith('354');
        if (verb in turns) take(verb as Stage);
        else socket.write('250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    smtpUrl: `smtp://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    hangUp,
    async stop() {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
