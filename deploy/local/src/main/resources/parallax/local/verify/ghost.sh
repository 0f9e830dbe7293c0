# Ghost with a Node.js that it takes, in the folder where this runs.
set -e
version=6.65.0
[ -x node/node_modules/node/bin/node ] || npm install --prefix node --no-audit --no-fund node@22
headers=$(cd node/node_modules/node/node_modules/node-*/ && pwd)
if [ ! -f "ready-$version" ]; then
  npm pack --silent "ghost@$version"
  rm -rf package
  tar xzf "ghost-$version.tgz" # installed from within: it holds tarballs by relative paths
  cd package
  # Its database driver is built for the Node.js whose headers nodedir names, else for the machine's own.
  PATH="$headers/bin:$PATH" npm_config_nodedir="$headers" npm install --omit=dev --legacy-peer-deps --no-audit --no-fund
  cd ..
  touch "ready-$version"
fi
