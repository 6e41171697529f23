/**
 * The floor of `npm run bench`: the least a webhook bot can do. A bare Koa server that verifies, decrypts, inserts one row durably
 * and answers. Started by the bench in a process of its own; prints its address.
 */
import Database from 'better-sqlite3';
import Koa from 'koa';
import { getRawBody } from 'raw-body';
import { createCodec } from '../../platforms/wecom/codec.ts';
import { benchSecrets } from './traffic.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('floor needs the file of its database');

const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table if not exists inbox (id text primary key, body text not null)');
const insert = db.prepare('insert into inbox (id, body) values (?, ?) on conflict do nothing');
const codec = createCodec(benchSecrets);

const app = new Koa();
app.use(async (ctx) => {
  const query = new URLSearchParams(ctx.querystring);
  const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
  const { encrypt } = JSON.parse((await getRawBody(ctx.req, { limit: '1mb' })).toString()) as { encrypt: string };
  if (!codec.isSigned({ signature: query.get('msg_signature') ?? '', timestamp, nonce }, encrypt)) ctx.throw(401);
  const body = codec.open(encrypt);
  insert.run((JSON.parse(body) as { msgid: string }).msgid, body);
  const sealed = codec.seal(
    JSON.stringify({ msgtype: 'stream', stream: { id: 's', finish: true, content: '已收到' } }),
  );
  ctx.body = {
    encrypt: sealed,
    msgsignature: codec.sign(timestamp, nonce, sealed),
    timestamp: Number(timestamp),
    nonce,
  };
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
