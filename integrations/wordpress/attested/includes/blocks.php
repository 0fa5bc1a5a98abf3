<?php
/**
 * A block for each widget, the citation as a format of running text, and the records to choose from.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * The name of an attribute as a block has it: `group-by` is `groupBy` there.
 *
 * @param string $name As in HTML.
 * @return string
 */
function attested_camel( $name ) {
	return lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
}

add_action(
	'init',
	function () {
		wp_register_script(
			'attested-editor',
			ATTESTED_URL . 'assets/editor.js',
			array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-rich-text', 'wp-url' ),
			ATTESTED_VERSION,
			true
		);
		wp_set_script_translations( 'attested-editor', 'attested', ATTESTED_DIR . 'languages' );
		wp_register_style( 'attested-editor', ATTESTED_URL . 'assets/editor.css', array(), ATTESTED_VERSION );
		wp_register_style( 'attested-static', ATTESTED_URL . 'assets/static.css', array(), ATTESTED_VERSION );

		// The third version of the interface is drawn in a frame, which WordPress has since 6.3.
		$version = version_compare( get_bloginfo( 'version' ), '6.3', '>=' ) ? 3 : 2;
		$table   = array();
		foreach ( attested_widgets() as $tag => $widget ) {
			$block = array( 'label' => array( 'type' => 'string' ) );
			foreach ( array_diff( attested_attribute_names( $tag ), array( 'src', 'lang' ) ) as $name ) {
				$switch                           = ! empty( $widget['fields'][ $name ]['switch'] );
				$block[ attested_camel( $name ) ] = array( 'type' => $switch ? 'boolean' : 'string' );
			}
			$fields = array();
			foreach ( $widget['fields'] as $name => $field ) {
				if ( isset( $field['label'] ) ) {
					$fields[] = array(
						'name'      => $name,
						'attribute' => attested_camel( $name ),
					) + $field;
				}
			}
			$table[] = array(
				'tag'        => $tag,
				'element'    => attested_element( $tag ),
				'attributes' => $block,
				'fields'     => $fields,
				'version'    => $version,
			) + $widget;
			if ( ! empty( $widget['inline'] ) ) {
				continue;
			}
			register_block_type(
				'attested/' . $tag,
				array(
					'api_version'           => $version,
					'title'                 => $widget['title'],
					'description'           => $widget['description'],
					'category'              => 'embed',
					'icon'                  => $widget['icon'],
					'attributes'            => $block + array(
						'align'     => array( 'type' => 'string' ),
						'anchor'    => array( 'type' => 'string' ),
						'className' => array( 'type' => 'string' ),
					),
					'supports'              => array(
						'align'  => array( 'wide', 'full' ),
						'anchor' => true,
						'html'   => false,
					),
					'editor_script_handles' => array( 'attested-editor' ),
					'editor_style_handles'  => array( 'attested-editor' ),
					'style_handles'         => array( 'attested-static' ),
					'render_callback'       => function ( $attributes ) use ( $tag ) {
						return attested_render_block( $tag, $attributes );
					},
				)
			);
		}
		wp_add_inline_script(
			'attested-editor',
			'var attestedEditor = ' . wp_json_encode(
				array(
					'widgets' => $table,
					'page'    => home_url( '/?attested=' ),
				)
			) . ';',
			'before'
		);
	},
	20
);

/**
 * A block on the page.
 *
 * @param string               $tag        A name in the table.
 * @param array<string, mixed> $attributes The block's.
 * @return string
 */
function attested_render_block( $tag, $attributes ) {
	$named = array();
	foreach ( attested_attribute_names( $tag ) as $name ) {
		if ( isset( $attributes[ attested_camel( $name ) ] ) ) {
			$named[ $name ] = $attributes[ attested_camel( $name ) ];
		}
	}
	$html = attested_render( $tag, $named );
	if ( '' === $html ) {
		return '';
	}
	$more = isset( $attributes['anchor'] ) ? array( 'id' => $attributes['anchor'] ) : array();
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes( $more ), $html );
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'attested/v1',
			'/records',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'permission_callback' => function () {
					return current_user_can( 'edit_posts' );
				},
				'args'                => array(
					'kind'   => array(
						'type'     => 'string',
						'enum'     => array( 'event', 'claim', 'person', 'organisation', 'source' ),
						'required' => true,
					),
					'search' => array(
						'type'              => 'string',
						'default'           => '',
						'sanitize_callback' => 'sanitize_text_field',
					),
				),
				'callback'            => function ( WP_REST_Request $request ) {
					return rest_ensure_response( attested_search( $request['kind'], $request['search'] ) );
				},
			)
		);
	}
);

/**
 * The records whose title or id has all of these words in it.
 *
 * @param string $kind   One of `event`, `claim`, `person`, `organisation`, `source`.
 * @param string $search The words.
 * @return array<int, array{id: string, title: string}> At most 50.
 */
function attested_search( $kind, $search ) {
	$index    = attested_index();
	$language = attested_language( $index );
	$words    = preg_split( '/\s+/', strtolower( remove_accents( $search ) ), -1, PREG_SPLIT_NO_EMPTY );
	$found    = array();
	foreach ( isset( $index[ $kind ] ) ? (array) $index[ $kind ] : array() as $id => $text ) {
		$title = attested_text( $text, $language );
		$in    = strtolower( remove_accents( $title . ' ' . $id ) );
		foreach ( $words as $word ) {
			if ( false === strpos( $in, $word ) ) {
				continue 2;
			}
		}
		$found[] = array(
			'id'    => (string) $id,
			'title' => $title,
		);
		if ( 50 === count( $found ) ) {
			break;
		}
	}
	return $found;
}
