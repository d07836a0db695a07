#!/usr/bin/env bash
# Run by run-in-docker.ts as root of a throw-away container; /source is the repository, read-only.
set -euo pipefail
app=/home/node/app
mkdir "$app"
tar -C /source --exclude=./node_modules --exclude=./.data --exclude=./out -cf - . | tar -C "$app" -xf -
cd "$app"
npm ci --no-audit --no-fund
npm test -- --install-only
chown -R node: "$app"
exec setpriv --reuid=node --regid=node --init-groups env HOME=/home/node npm test -- "$@"
