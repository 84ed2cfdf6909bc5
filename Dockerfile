# The bot as a container: nothing in it can be written to, nobody in it is root; what it keeps lies in /data or PostgreSQL.
FROM node:22-bookworm-slim AS build
WORKDIR /hakaru
COPY . .
# Bundles the programs and prepares the dictionary (bin/build.js); the first question prepares the word lists.
RUN npm ci --omit=dev && node dist/cli.js ask 移住 >/dev/null
# Of the packages only what is not in the bundle: the SQLite driver and the dictionary.
RUN mkdir -p /image/node_modules/kuromoji \
  && cp -r package.json manifest.yml LICENSE dist index seeds /image/ \
  && cp -r node_modules/kuromoji/package.json node_modules/kuromoji/dict /image/node_modules/kuromoji/ \
  && for package in libsql @libsql @neon-rs detect-libc; do cp -r node_modules/$package /image/node_modules/; done \
  && rm -rf /image/node_modules/@libsql/*musl* \
  && mkdir /image/data && chown 10001:10001 /image/data

FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /image /hakaru
WORKDIR /hakaru
# Numeric, so that a cluster can see that it is not root.
USER 10001:10001
ENV NODE_ENV=production DATA_DIR=/hakaru/data PORT=3000 HEALTH_PORT=9090 HEALTH_HOST=0.0.0.0
VOLUME /hakaru/data
EXPOSE 3000 9090
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9090/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/app.js"]
