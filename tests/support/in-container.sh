#!/usr/bin/env bash
# Run by run-in-docker.ts as root of a throw-away container; /source is the repository, read-only.
set -euo pipefail
mkdir /home/node/app
tar -C /source --exclude=./node_modules --exclude=./.data --exclude=./out -cf - . | tar -C /home/node/app -xf -
cd /home/node/app
node tests/support/run-tests.ts --install-only
chown -R node: .
exec setpriv --reuid=node --regid=node --init-groups env HOME=/home/node \
  bash -c 'npm ci --no-audit --no-fund && npm test -- "$@"' bash "$@"
