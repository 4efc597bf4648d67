{{- define "gateway.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- /* At most 52 characters, so that suffixes fit into the 63 of a label. */}}
{{- define "gateway.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else if contains (include "gateway.name" .) .Release.Name }}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "gateway.name" .) | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "gateway.selectorLabels" -}}
app.kubernetes.io/name: {{ include "gateway.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: gateway
{{- end }}

{{- define "gateway.labels" -}}
{{ include "gateway.selectorLabels" . }}
{{ include "gateway.commonLabels" . }}
{{- end }}

{{- define "gateway.commonLabels" -}}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* Labels of the pod of `helm test`, which the NetworkPolicy lets in. */}}
{{- define "gateway.testLabels" -}}
app.kubernetes.io/name: {{ include "gateway.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: test
{{- end }}

{{- define "gateway.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "gateway.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "gateway.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}
{{- end }}

{{- define "gateway.leastReplicas" -}}
{{- if .Values.autoscaling.enabled }}{{ .Values.autoscaling.minReplicas }}{{ else }}{{ .Values.replicaCount }}{{ end }}
{{- end }}

{{- /* Seconds until SIGKILL: preStop, the moment for last callers, what is under way, the JVM. */}}
{{- define "gateway.gracePeriod" -}}
{{- add .Values.preStopSleepSeconds 1 .Values.shutdownTimeoutSeconds 9 }}
{{- end }}

{{- define "gateway.serverTlsSecret" -}}
{{- .Values.serverTls.existingSecret | default (printf "%s-tls" (include "gateway.fullname" .)) }}
{{- end }}

{{- define "gateway.clientAuth" -}}
{{- if and (has "mtls" .Values.security.modes) (eq .Values.serverTls.clientAuth "none") -}}
{{ ternary "need" "want" (eq (len .Values.security.modes) 1) }}
{{- else -}}
{{ .Values.serverTls.clientAuth }}
{{- end }}
{{- end }}

{{- define "gateway.trustsForwardedHeaders" -}}
{{- $asked := .Values.http.trustForwardedHeaders | toString }}
{{- if or (eq $asked "true") (and (eq $asked "") (or .Values.ingress.enabled .Values.httpRoute.enabled)) -}}
true
{{- end }}
{{- end }}

{{- /* Where the keys of tokens are asked for. */}}
{{- define "gateway.keysPort" -}}
{{- $address := urlParse (.Values.security.jwt.jwksUri | default .Values.security.jwt.issuer) }}
{{- regexFind ":[0-9]+$" $address.host | trimPrefix ":" | default (ternary "80" "443" (eq $address.scheme "http")) }}
{{- end }}

{{- /* What makes ingress-nginx speak TLS to the pods; one's own annotations win. */}}
{{- define "gateway.ingressAnnotations" -}}
{{- $ours := dict }}
{{- if and .Values.serverTls.enabled (eq .Values.ingress.className "nginx") }}
{{- $ours = dict "nginx.ingress.kubernetes.io/backend-protocol" "HTTPS" }}
{{- end }}
{{- with merge (dict) .Values.ingress.annotations $ours }}
{{- toYaml . }}
{{- end }}
{{- end }}

{{- define "gateway.routeTimeout" -}}
{{- .Values.httpRoute.timeout | default (printf "%ds" (int (add .Values.http.maxWaitSeconds 10))) }}
{{- end }}
