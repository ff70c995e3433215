#!/bin/bash
# Makes the volume of a single broker, once: its settings, and its users with their passwords from KAFKA_<USER>_PASSWORD.
# A second run writes the settings anew and leaves the data alone; the password of a user that exists is changed by kafka-configs.sh.
set -euo pipefail

DATA="${KAFKA_DATA:-/var/lib/kafka/data}"
HOME_OF_KAFKA="${KAFKA_HOME:-/opt/kafka}"
ADDRESS="${KAFKA_ADDRESS:?host:port that clients use}"
USERS='gateway registry rating repair verification disclosure delivery audit'

password_of() {
  local name="KAFKA_${1^^}_PASSWORD"
  local password="${!name:-}"
  [[ "$password" =~ ^[A-Za-z0-9_-]{16,}$ ]] || { echo "$name: needs 16 characters or more of A-Z a-z 0-9 _ -" >&2; exit 1; }
  echo "$password"
}

admin="$(password_of admin)"
scram=(--add-scram "SCRAM-SHA-512=[name=admin,password=$admin]")
for user in $USERS; do
  password="$(password_of "$user")"
  scram+=(--add-scram "SCRAM-SHA-512=[name=$user,password=$password]")
done

umask 077
mkdir -p "$DATA"
login="required username=\"admin\" password=\"$admin\""
cat >"$DATA/server.properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:9093
listeners=SASL_PLAINTEXT://:${ADDRESS##*:},CONTROLLER://127.0.0.1:9093
advertised.listeners=SASL_PLAINTEXT://$ADDRESS
controller.listener.names=CONTROLLER
inter.broker.listener.name=SASL_PLAINTEXT
listener.security.protocol.map=SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
log.dirs=$DATA/log
auto.create.topics.enable=false
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:admin
allow.everyone.if.no.acl.found=false
listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule $login;
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule $login user_admin="$admin";
PROPERTIES

if [[ -e "$DATA/formatted" ]]; then
  echo 'the volume has its data already'
  exit 0
fi
rm -rf "$DATA/log" # what an interrupted format leaves is not whole
cluster="$("$HOME_OF_KAFKA/bin/kafka-storage.sh" random-uuid)"
if ! said="$("$HOME_OF_KAFKA/bin/kafka-storage.sh" format --standalone -t "$cluster" -c "$DATA/server.properties" "${scram[@]}" 2>&1)"; then
  grep -v -e UserScramCredential -e SCRAM-SHA <<<"$said" >&2 || true # what it says of the users belongs in no log
  exit 1
fi
echo "$cluster" >"$DATA/formatted"
echo "formatted cluster $cluster"
