import { defineConfig } from 'vitest/config';

if (Number(process.versions.node.split('.')[0]) < 22) {
  throw new Error('请用 npm test 运行（需要 Node 22 以上）');
}

export default defineConfig({
  test: {
    include: ['{src,commands,storage,config}/**/*.test.ts'],
    pool: 'forks',
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
