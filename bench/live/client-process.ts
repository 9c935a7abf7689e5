import { WebSocket } from 'ws';
import { type Answer, clock, type Order, type Told } from './client-messages.ts';

// Subscribers that do as little as they can: open, sign in, subscribe, and note when they are told something, and what.

/** A process has limits for one address: so many sockets come from each. */
const ofAddress = 400;

const sockets: WebSocket[] = [];
let told: Told[] = [];

function open(order: Extract<Order, { do: 'open' }>, token: string): Promise<void> {
  const localAddress = `127.0.1.${1 + Math.floor(sockets.length / ofAddress)}`;
  const socket = new WebSocket(`${order.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    localAddress,
    perMessageDeflate: false,
  });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code, reason) => reject(new Error(`closed: ${code} ${reason}`)));
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    );
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1');
      if (text.startsWith('{"id":"1","type":"next"')) told.push({ at: clock(), text: data.toString() });
      else if (text.startsWith('{"type":"connection_ack"')) {
        const payload = { query: order.query, variables: { after: order.after } };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        resolve();
      } else reject(new Error(text));
    });
  });
}

async function openAll(order: Extract<Order, { do: 'open' }>): Promise<void> {
  const left = order.tokens.values();
  const work = async () => {
    for (const token of left) await open(order, token);
  };
  await Promise.all(Array.from({ length: order.width }, work));
}

process.on('message', async (order: Order) => {
  if (order.do === 'open') await openAll(order);
  if (order.do === 'forget') told = [];
  if (order.do === 'close') {
    for (const socket of sockets.splice(0)) {
      socket.removeAllListeners('close');
      socket.close();
    }
  }
  const answer: Answer = { done: order.do, told: order.do === 'tell' ? told : [] };
  process.send?.(answer);
});
