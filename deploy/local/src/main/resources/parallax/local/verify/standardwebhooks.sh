# The JavaScript library of Standard Webhooks, in the folder where this runs.
set -e
npm install --no-audit --no-fund standardwebhooks@1.1.1
