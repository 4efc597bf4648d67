package main

import (
	"errors"
	"io"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/temporalproto"
	"google.golang.org/protobuf/proto"
)

// Protobuf JSON with payloads written as the JSON that they hold ("shorthand").
type payloadsAsJSON struct{}

var (
	shorthand   = map[string]any{common.EnablePayloadShorthandMetadataKey: true}
	writing     = temporalproto.CustomJSONMarshalOptions{Metadata: shorthand}
	reading     = temporalproto.CustomJSONUnmarshalOptions{Metadata: shorthand}
	errNotProto = errors.New("not a protobuf message")
)

func (payloadsAsJSON) ContentType(any) string { return "application/json" }

func (payloadsAsJSON) Marshal(value any) ([]byte, error) {
	message, ok := value.(proto.Message)
	if !ok {
		return nil, errNotProto
	}
	return writing.Marshal(message)
}

func (payloadsAsJSON) Unmarshal(data []byte, value any) error {
	message, ok := value.(proto.Message)
	if !ok {
		return errNotProto
	}
	return reading.Unmarshal(data, message)
}

func (m payloadsAsJSON) NewDecoder(reader io.Reader) runtime.Decoder {
	return runtime.DecoderFunc(func(value any) error {
		data, err := io.ReadAll(reader)
		if err != nil {
			return err
		}
		if len(data) == 0 {
			return io.EOF
		}
		return m.Unmarshal(data, value)
	})
}

func (m payloadsAsJSON) NewEncoder(writer io.Writer) runtime.Encoder {
	return runtime.EncoderFunc(func(value any) error {
		data, err := m.Marshal(value)
		if err != nil {
			return err
		}
		_, err = writer.Write(data)
		return err
	})
}
