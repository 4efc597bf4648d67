{{- /*
  What the gateway reads as application.yml. Secrets are only named here: their files are mounted as
  folders, which Kubernetes keeps up to date, and read again by the gateway.
*/}}
{{- define "gateway.home" -}}/etc/temporal-rest-gateway{{- end }}

{{- define "gateway.settings" -}}
{{- $home := include "gateway.home" . }}
spring.temporal.connection.target: {{ .Values.temporal.address | quote }}
spring.temporal.namespace: {{ .Values.temporal.namespace | quote }}
{{- with .Values.temporal.allowedNamespaces }}
gateway.namespaces.allow: {{ toJson . }}
{{- end }}
{{- with .Values.temporal.tls }}
{{- if .enabled }}
gateway.temporal.ssl-bundle: {{ ternary "temporal" "system" (not (empty .existingSecret)) }}
{{- with .serverName }}
gateway.temporal.server-name: {{ . | quote }}
{{- end }}
{{- if .existingSecret }}
{{- if eq .format "pem" }}
{{- with .pem.caKey }}
spring.ssl.bundle.pem.temporal.truststore.certificate: {{ $home }}/temporal-tls/{{ . }}
{{- end }}
{{- if .pem.certificateKey }}
spring.ssl.bundle.pem.temporal.keystore.certificate: {{ $home }}/temporal-tls/{{ .pem.certificateKey }}
spring.ssl.bundle.pem.temporal.keystore.private-key: {{ $home }}/temporal-tls/{{ .pem.privateKeyKey }}
{{- end }}
{{- else }}
spring.ssl.bundle.jks.temporal.keystore.type: {{ upper .format }}
spring.ssl.bundle.jks.temporal.keystore.location: file:{{ $home }}/temporal-tls/{{ .keystore.key }}
{{- if .keystore.passwordSecret }}
spring.ssl.bundle.jks.temporal.keystore.password: ${TEMPORAL_KEYSTORE_PASSWORD}
{{- end }}
{{- if .keystore.truststoreKey }}
spring.ssl.bundle.jks.temporal.truststore.type: {{ upper .format }}
spring.ssl.bundle.jks.temporal.truststore.location: file:{{ $home }}/temporal-tls/{{ .keystore.truststoreKey }}
{{- if .keystore.passwordSecret }}
spring.ssl.bundle.jks.temporal.truststore.password: ${TEMPORAL_KEYSTORE_PASSWORD}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.temporal.apiKey }}
{{- if .existingSecret }}
gateway.temporal.api-key-file: {{ $home }}/temporal-api-key/{{ .key }}
{{- end }}
{{- end }}
gateway.security.mode: {{ toJson .Values.security.modes }}
{{- if has "jwt" .Values.security.modes }}
{{- with .Values.security.jwt }}
gateway.security.jwt.issuer: {{ .issuer | quote }}
gateway.security.jwt.audience: {{ toJson .audience }}
gateway.security.jwt.permissions-claim: {{ .permissionsClaim | quote }}
{{- if .existingSecret }}
gateway.security.jwt.jwks-file: {{ $home }}/jwks/{{ .key }}
{{- else if .jwksUri }}
gateway.security.jwt.jwks-uri: {{ .jwksUri | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if has "api-key" .Values.security.modes }}
gateway.security.api-keys.file: {{ $home }}/api-keys/{{ .Values.security.apiKeys.key }}
{{- end }}
{{- if has "mtls" .Values.security.modes }}
gateway.security.mtls.file: {{ $home }}/certificate-names/{{ .Values.security.mtls.key }}
{{- end }}
{{- with .Values.security.policies }}
gateway.security.policies: {{ toJson . }}
{{- end }}
{{- if .Values.serverTls.enabled }}
server.ssl.bundle: edge
server.ssl.client-auth: {{ include "gateway.clientAuth" . }}
spring.ssl.bundle.pem.edge.reload-on-update: true
spring.ssl.bundle.pem.edge.keystore.certificate: {{ $home }}/server-tls/{{ .Values.serverTls.certificateKey }}
spring.ssl.bundle.pem.edge.keystore.private-key: {{ $home }}/server-tls/{{ .Values.serverTls.privateKeyKey }}
{{- if ne (include "gateway.clientAuth" .) "none" }}
spring.ssl.bundle.pem.edge.truststore.certificate: {{ $home }}/server-tls/{{ .Values.serverTls.clientCaKey }}
{{- end }}
management.server.ssl.enabled: false
{{- end }}
{{- if include "gateway.trustsForwardedHeaders" . }}
server.forward-headers-strategy: framework
{{- end }}
gateway.http.max-wait: {{ .Values.http.maxWaitSeconds }}s
gateway.http.max-body: {{ .Values.http.maxBody | quote }}
{{- with .Values.http.hosts }}
gateway.http.hosts: {{ toJson . }}
{{- end }}
spring.lifecycle.timeout-per-shutdown-phase: {{ .Values.shutdownTimeoutSeconds }}s
{{- with .Values.settings }}
---
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* The folders of Secrets, as a list of name, secret. */}}
{{- define "gateway.secretFolders" -}}
{{- if and .Values.temporal.tls.enabled .Values.temporal.tls.existingSecret }}
- name: temporal-tls
  secret: {{ .Values.temporal.tls.existingSecret }}
{{- end }}
{{- with .Values.temporal.apiKey.existingSecret }}
- name: temporal-api-key
  secret: {{ . }}
{{- end }}
{{- if and (has "jwt" .Values.security.modes) .Values.security.jwt.existingSecret }}
- name: jwks
  secret: {{ .Values.security.jwt.existingSecret }}
{{- end }}
{{- if has "api-key" .Values.security.modes }}
- name: api-keys
  secret: {{ .Values.security.apiKeys.existingSecret }}
{{- end }}
{{- if has "mtls" .Values.security.modes }}
- name: certificate-names
  secret: {{ .Values.security.mtls.existingSecret }}
{{- end }}
{{- if .Values.serverTls.enabled }}
- name: server-tls
  secret: {{ include "gateway.serverTlsSecret" . }}
{{- end }}
{{- end }}
