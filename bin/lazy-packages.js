// For the bundle: packages that others load at once, though they are only needed later or never, are loaded at first use.

/** CommonJS: loads the package when one of its members is asked for, or when it is called. */
const lazily = (name) => `let loaded;
const load = () => (loaded ??= require(${JSON.stringify(name)}));
module.exports = new Proxy(() => {}, {
  // What bundlers and compilers ask of every module before it is used.
  get: (_, member) => (member === '__esModule' ? false : load()[member]),
  apply: (_, self, args) => Reflect.apply(load(), self, args),
});
`;

/** An esbuild plugin; a lazy package must not be needed while its user is still being loaded (`class … extends`). */
export function lazyPackages(names) {
  return {
    name: 'lazy-packages',
    setup(build) {
      const filter = new RegExp(`^(${names.join('|')})$`);
      build.onResolve({ filter }, ({ path, namespace }) =>
        namespace === 'lazy' ? undefined : { path, namespace: 'lazy' },
      );
      build.onLoad({ filter, namespace: 'lazy' }, ({ path }) => ({
        contents: lazily(path),
        resolveDir: import.meta.dirname,
      }));
    },
  };
}
