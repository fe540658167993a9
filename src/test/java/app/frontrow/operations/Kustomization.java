package app.frontrow.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code kustomization.yaml} with the fields of Kustomize that Frontrow uses. Another
 * field is refused. Their meaning is that of the reference of Kustomize.
 *
 * @param apiVersion the format
 * @param kind always Kustomization
 * @param resources files of objects, and folders with a {@code kustomization.yaml}
 * @param labels labels of all objects
 * @param images the images that replace those of the objects
 * @param patches changes of objects
 */
record Kustomization(String apiVersion, String kind, List<String> resources, @Nullable List<Labels> labels,
		@Nullable List<Image> images, @Nullable List<Patch> patches) {

	/** Refuses fields that a record does not have. */
	static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** The objects of a folder as Kustomize renders them, by kind and name. */
	static Map<String, ObjectNode> render(Path folder) throws IOException {
		Map<String, ObjectNode> objects = new LinkedHashMap<>();
		Kustomization kustomization = parse(read(folder.resolve("kustomization.yaml")));
		for (String resource : kustomization.resources()) {
			Path path = folder.resolve(resource);
			if (Files.isDirectory(path)) {
				objects.putAll(render(path));
			}
			else {
				ObjectNode object = read(path);
				objects.put(object.at("/kind").asString() + " " + object.at("/metadata/name").asString(), object);
			}
		}
		orEmpty(kustomization.labels()).forEach((labels) -> objects.values().forEach(labels::apply));
		orEmpty(kustomization.images()).forEach((image) -> objects.values().forEach(image::apply));
		orEmpty(kustomization.patches()).forEach((patch) -> patch.apply(objects));
		return objects;
	}

	static Kustomization parse(ObjectNode content) {
		Kustomization kustomization = STRICT.treeToValue(content, Kustomization.class);
		assertThat(kustomization.apiVersion()).isEqualTo("kustomize.config.k8s.io/v1beta1");
		assertThat(kustomization.kind()).isEqualTo("Kustomization");
		assertThat(kustomization.resources()).isNotEmpty();
		return kustomization;
	}

	static ObjectNode read(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try (Reader text = Files.newBufferedReader(file)) {
			return STRICT.valueToTree(new Yaml(options).<Map<String, Object>>load(text));
		}
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	/**
	 * Labels of all objects.
	 *
	 * @param pairs names and values
	 * @param includeSelectors whether selectors get them too
	 */
	record Labels(Map<String, String> pairs, boolean includeSelectors) {

		void apply(ObjectNode object) {
			assertThat(this.includeSelectors).isFalse();
			ObjectNode metadata = (ObjectNode) object.at("/metadata");
			this.pairs.forEach(metadata.withObjectProperty("labels")::put);
		}

	}

	/**
	 * The image that replaces another one.
	 *
	 * @param name the name in the objects
	 * @param newName the name to use
	 * @param newTag the version to use
	 */
	record Image(String name, String newName, String newTag) {

		void apply(ObjectNode object) {
			for (JsonNode container : object.at("/spec/template/spec/containers")) {
				if (container.at("/image").asString().equals(this.name)) {
					((ObjectNode) container).put("image", this.newName + ":" + this.newTag);
				}
			}
		}

	}

	/**
	 * Changes of an object.
	 *
	 * @param target the object
	 * @param patch operations of RFC 6902
	 */
	record Patch(Target target, String patch) {

		void apply(Map<String, ObjectNode> objects) {
			ObjectNode object = objects.get(this.target.kind() + " " + this.target.name());
			assertThat(object).as(toString()).isNotNull();
			List<?> operations = new Yaml().load(this.patch);
			operations.forEach(
					(operation) -> STRICT.treeToValue(STRICT.valueToTree(operation), Operation.class).apply(object));
		}

	}

	/**
	 * The object of a patch.
	 *
	 * @param kind its kind
	 * @param name its name
	 */
	record Target(String kind, String name) {
	}

	/**
	 * An operation of RFC 6902.
	 *
	 * @param op add, replace or remove
	 * @param path a pointer
	 * @param value what is put there
	 */
	record Operation(String op, String path, @Nullable JsonNode value) {

		void apply(ObjectNode target) {
			assertThat(this.op).isIn("add", "replace", "remove");
			assertThat(this.value == null).as(toString()).isEqualTo(this.op.equals("remove"));
			int end = this.path.lastIndexOf('/');
			JsonNode parent = target.at(this.path.substring(0, end));
			assertThat(target.at(this.path).isMissingNode()).as(this.path).isEqualTo(this.op.equals("add"));
			assertThat(parent).as(this.path).isInstanceOf(ObjectNode.class).isNotInstanceOf(ArrayNode.class);
			String field = this.path.substring(end + 1);
			if (this.value == null) {
				((ObjectNode) parent).remove(field);
			}
			else {
				((ObjectNode) parent).set(field, this.value);
			}
		}

	}

}
