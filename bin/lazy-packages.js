// For the bundle: packages that others load at once, though they are only needed later or never, become files of their own.
import { join } from 'node:path';
import { build } from 'esbuild';

/** CommonJS: loads the file when one of its members is asked for, or when it is called. */
const lazily = (file) => `let loaded;
const load = () => (loaded ??= require(${JSON.stringify(file)}));
module.exports = new Proxy(() => {}, {
  // What bundlers and compilers ask of every module before it is used.
  get: (_, member) => (member === '__esModule' ? false : load()[member]),
  apply: (_, self, args) => Reflect.apply(load(), self, args),
});
`;

/** An esbuild plugin; a lazy package must not be needed while its user is still being loaded (`class … extends`). */
export function lazyPackages(names) {
  const filter = new RegExp(`^(${names.join('|')})$`);
  return {
    name: 'lazy-packages',
    setup({ initialOptions: { outdir, ...options }, onEnd, onLoad, onResolve, resolve }) {
      const files = {};
      onResolve({ filter }, async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === 'real') return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: 'real' });
        files[path] = found.path;
        return { path, namespace: 'lazy' };
      });
      onLoad({ filter, namespace: 'lazy' }, ({ path }) => ({ contents: lazily(`./lazy/${path}.cjs`) }));
      onResolve({ filter: /^\.\/lazy\//, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
      onEnd(async () => {
        const { entryPoints, splitting, banner, plugins, ...rest } = options;
        await build({
          ...rest,
          entryPoints: files,
          outdir: join(outdir, 'lazy'),
          format: 'cjs',
          outExtension: { '.js': '.cjs' },
        });
      });
    },
  };
}
