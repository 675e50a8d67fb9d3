/**
 * A link of a given rate and round trip in front of a server: the bytes of all connections share the rate, and each way
 * takes half of the round trip. It carries whatever the browser asks for, also from workers.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Bytes in one packet. */
const packet = 1460;

export interface LinkOptions {
  /** The port of the server. */
  readonly port: number;
  readonly megabits: number;
  /** Milliseconds of a round trip. */
  readonly roundTrip: number;
}

export interface Link {
  readonly origin: string;
  /** Bytes that were sent to the browser since the last call. */
  bytes(): number;
  close(): void;
}

/** Writes bytes to a socket after a delay, and never before those that came first. */
function inOrder(socket: Socket): (bytes: Buffer, delay: number) => void {
  const waiting: { readonly due: number; readonly bytes: Buffer }[] = [];
  const flush = () => {
    // A timer may end up to a millisecond early.
    while (waiting.length > 0 && waiting[0]!.due <= performance.now() + 1) {
      const { bytes } = waiting.shift()!;
      if (socket.writable) socket.write(bytes);
    }
  };
  return (bytes, delay) => {
    waiting.push({ due: performance.now() + delay, bytes });
    setTimeout(flush, Math.ceil(delay));
  };
}

/** Opens the link on a free port of this machine. */
export async function openLink({ port, megabits, roundTrip }: LinkOptions): Promise<Link> {
  const sockets = new Set<Socket>();
  let sent = 0;
  let free = 0;

  /** When bytes that come now have arrived. */
  function arrival(length: number): number {
    const now = performance.now();
    free = Math.max(now, free) + (8 * length) / (1000 * megabits);
    sent += length;
    return free - now + roundTrip / 2;
  }

  const link = createServer((browser) => {
    sockets.add(browser);
    const server = connect(port, '127.0.0.1');
    // The first bytes wait for the connection, which takes a round trip.
    const opened = performance.now() + roundTrip;
    const toServer = inOrder(server);
    const toBrowser = inOrder(browser);
    browser.on('data', (bytes: Buffer) =>
      toServer(bytes, Math.max(0, opened - performance.now()) + roundTrip / 2),
    );
    server.on('data', (bytes: Buffer) => {
      for (let start = 0; start < bytes.length; start += packet) {
        const part = bytes.subarray(start, start + packet);
        toBrowser(part, arrival(part.length));
      }
    });
    browser.on('close', () => server.destroy());
    for (const socket of [browser, server]) socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => link.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(link.address() as AddressInfo).port}`,
    bytes() {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      link.close();
    },
  };
}
