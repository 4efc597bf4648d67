{{- /* What the schema cannot say: each mistake ends in one sentence that names the values. */}}
{{- define "gateway.refuse" -}}
{{- fail (printf "\n\n%s\n" .) }}
{{- end }}

{{- define "gateway.check" -}}
{{- include "gateway.checkTemporal" .Values.temporal }}
{{- include "gateway.checkSecurity" .Values }}
{{- include "gateway.checkEdge" .Values }}
{{- include "gateway.checkScale" .Values.autoscaling }}
{{- if contains "MaxRAMPercentage" .Values.javaOptions }}
{{- include "gateway.refuse" "javaOptions: the MaxRAMPercentage of the image wins. Set the heap with -Xmx." }}
{{- end }}
{{- end }}

{{- define "gateway.checkTemporal" -}}
{{- if not .address }}
{{- include "gateway.refuse" "temporal.address: say where the Temporal Service is, such as temporal-frontend.temporal:7233." }}
{{- end }}
{{- if and (not .tls.enabled) (or .tls.existingSecret .tls.serverName .apiKey.existingSecret) }}
{{- include "gateway.refuse" "temporal.tls.enabled: certificates, a server name and an API key need TLS. Set it to true." }}
{{- end }}
{{- if regexMatch "\\.(tmprl\\.cloud|api\\.temporal\\.io):" .address }}
{{- if not (or .tls.existingSecret .apiKey.existingSecret) }}
{{- include "gateway.refuse" "temporal.tls.existingSecret or temporal.apiKey.existingSecret: Temporal Cloud asks for one of them." }}
{{- end }}
{{- if not (contains "." .namespace) }}
{{- include "gateway.refuse" (printf "temporal.namespace: Temporal Cloud wants it with the account, such as %s.a1b2c." .namespace) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "gateway.checkSecurity" -}}
{{- $modes := .security.modes }}
{{- if not $modes }}
{{- include "gateway.refuse" "security.modes: say how callers prove who they are: jwt, api-key, mtls, or none, which lets everyone who reaches the gateway do everything." }}
{{- end }}
{{- if and (has "none" $modes) (gt (len $modes) 1) }}
{{- include "gateway.refuse" "security.modes: none goes with no other mode." }}
{{- end }}
{{- if and (has "jwt" $modes) (not (and .security.jwt.issuer .security.jwt.audience)) }}
{{- include "gateway.refuse" "security.jwt: mode jwt needs issuer and audience." }}
{{- end }}
{{- if and .security.jwt.jwksUri .security.jwt.existingSecret }}
{{- include "gateway.refuse" "security.jwt: the keys have an address, jwksUri, or are in a Secret, existingSecret, but not both." }}
{{- end }}
{{- if and (has "api-key" $modes) (not .security.apiKeys.existingSecret) }}
{{- include "gateway.refuse" "security.apiKeys.existingSecret: mode api-key needs a Secret with the file of callers." }}
{{- end }}
{{- if and (has "mtls" $modes) (not (and .security.mtls.existingSecret .serverTls.enabled)) }}
{{- include "gateway.refuse" "security.mtls.existingSecret and serverTls.enabled: mode mtls needs a Secret with the file of names, and ends TLS itself." }}
{{- end }}
{{- end }}

{{- define "gateway.checkEdge" -}}
{{- if and .serverTls.enabled (not .serverTls.existingSecret) (not .certificate.enabled) }}
{{- include "gateway.refuse" "serverTls.existingSecret: TLS needs a Secret with the certificate, or certificate.enabled." }}
{{- end }}
{{- if and .certificate.enabled (not (and .serverTls.enabled .certificate.issuerName)) }}
{{- include "gateway.refuse" "certificate.issuerName and serverTls.enabled: a certificate needs an issuer, and a port that uses it." }}
{{- end }}
{{- if and .ingress.enabled (not .ingress.hosts) }}
{{- include "gateway.refuse" "ingress.hosts: an Ingress needs at least one." }}
{{- end }}
{{- if and .httpRoute.enabled (not .httpRoute.parentRefs) }}
{{- include "gateway.refuse" "httpRoute.parentRefs: a route needs a Gateway." }}
{{- end }}
{{- if and (or .ingress.enabled .httpRoute.enabled) (eq (join "," .security.modes) "mtls") }}
{{- include "gateway.refuse" "security.modes: mtls alone goes with neither ingress nor httpRoute. The proxy ends TLS, so the certificates of callers do not reach the gateway." }}
{{- end }}
{{- $timeout := .httpRoute.timeout | default "0s" | trimSuffix "s" | int }}
{{- if and (gt $timeout 0) (le $timeout (int .http.maxWaitSeconds)) }}
{{- include "gateway.refuse" (printf "httpRoute.timeout: %ds would end waits of http.maxWaitSeconds, %d. Make it longer, or the waits shorter." $timeout (int .http.maxWaitSeconds)) }}
{{- end }}
{{- end }}

{{- define "gateway.checkScale" -}}
{{- if .enabled }}
{{- if gt (int .minReplicas) (int .maxReplicas) }}
{{- include "gateway.refuse" "autoscaling.minReplicas: it is more than maxReplicas." }}
{{- end }}
{{- if not (or .targetCpu .targetHeld) }}
{{- include "gateway.refuse" "autoscaling: set targetCpu, targetHeld or both." }}
{{- end }}
{{- end }}
{{- end }}
